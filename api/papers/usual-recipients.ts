/** To whom a bulletin goes where nobody says otherwise. */
export const usualRecipients = '市各有关部门和单位，各市、区';
