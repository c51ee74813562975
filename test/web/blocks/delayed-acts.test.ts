import { describe, expect, it } from 'vitest';
import { delayedActs } from '../../../web/blocks/undo/delayed-acts.ts';

function acceptance() {
  let ms = 0;
  const sent: boolean[] = [];
  const held = delayedActs(() => ms);
  const act = {
    about: 'review/1',
    label: '审核通过',
    send: async (isLeaving: boolean): Promise<void> => {
      sent.push(isLeaving);
    },
  };
  const at = (seconds: number): void => {
    ms = seconds * 1000;
    held.tick();
  };
  return { held, act, sent, at };
}

describe('an act that can be taken back for ten seconds', () => {
  it('is sent once although two ticks find it due before the first answer', () => {
    const { held, act, sent, at } = acceptance();
    held.delay(act);
    at(9.9);
    expect(sent).toEqual([]);
    at(10);
    at(11);
    expect(sent).toEqual([false]);
  });

  it('is sent once when it is pressed twice to go at once, and not again when its time comes', () => {
    const { held, act, sent, at } = acceptance();
    held.delay(act);
    const [one] = held.present();
    held.send(one?.key ?? 0);
    held.send(one?.key ?? 0);
    at(10);
    expect(sent).toEqual([false]);
  });

  it('is one act when it is asked for twice', () => {
    const { held, act, sent, at } = acceptance();
    held.delay(act);
    held.delay(act);
    expect(held.present()).toHaveLength(1);
    at(10);
    expect(sent).toEqual([false]);
  });

  it('is never sent once it was taken back, and can be asked for again', () => {
    const { held, act, sent, at } = acceptance();
    held.delay(act);
    held.drop(held.present()[0]?.key ?? 0);
    at(10);
    expect(sent).toEqual([]);
    held.delay(act);
    at(20);
    expect(sent).toEqual([false]);
  });

  it('is sent by the first tick after a page slept through its time', () => {
    const { held, act, sent, at } = acceptance();
    held.delay(act);
    at(60);
    expect(sent).toEqual([false]);
  });

  it('cannot be taken back while it is being sent, nor is it sent again when the page closes then', () => {
    const { held, act, sent, at } = acceptance();
    held.delay(act);
    at(10);
    held.drop(held.present()[0]?.key ?? 0);
    held.leave();
    expect(held.present()).toMatchObject([{ phase: 'sending' }]);
    expect(sent).toEqual([false]);
  });

  it('is sent at once when the page is closed', () => {
    const { held, act, sent } = acceptance();
    held.delay(act);
    held.leave();
    expect(sent).toEqual([true]);
  });
});
