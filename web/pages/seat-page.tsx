import { Navigate, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { Reading } from '../blocks/state/reading-state.tsx';
import { type HeldSeat, seatKey, seatText } from '../session/session.ts';
import { logOut, takeSeat, useSession } from '../session/use-session.ts';
import { useView } from '../start/address.ts';
import { localAddress } from './local-address.ts';
import { OpenPage } from './open-page.tsx';

/** A person with several seats chooses the one in which they act. */
export function SeatPage() {
  const session = useSession();
  const { view } = useView();
  const navigate = useNavigate();
  if (session.data?.person === null) return <Navigate to="/login" replace />;
  const take = async (seat: HeldSeat): Promise<void> => {
    await takeSeat(seat);
    await navigate({ href: localAddress(view['to']), replace: true });
  };
  return (
    <OpenPage title="选择岗位" heading="选择岗位">
      <Reading of={session}>
        {({ person, seats }) =>
          seats.length === 0 ? (
            <>
              <p>{person?.name}：您目前没有岗位，请与系统管理员联系。</p>
              <Button onClick={() => void logOut()}>退出登录</Button>
            </>
          ) : (
            <>
              <p>{person?.name}：您有多个岗位，请选择本次以哪个岗位办理。办理记录将注明所用岗位。</p>
              <ul className="seat-list">
                {seats.map((held) => (
                  <li key={seatKey(held)}>
                    <Button block onClick={() => void take(held)}>
                      {seatText(held)}
                    </Button>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Reading>
    </OpenPage>
  );
}
