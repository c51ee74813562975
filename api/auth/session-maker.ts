import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import * as z from 'zod';

/** A session for an account whose owner was made sure of in another way; called by our own code, and reachable by no address. */
export function sessionMaker() {
  return {
    id: 'session-maker',
    endpoints: {
      makeSession: createAuthEndpoint(
        '/make-session',
        { method: 'POST', body: z.object({ userId: z.string() }), metadata: { SERVER_ONLY: true } },
        async (c) => {
          const user = await c.context.internalAdapter.findUserById(c.body.userId);
          if (user === null) throw new Error('no account has this id');
          const session = await c.context.internalAdapter.createSession(user.id);
          await setSessionCookie(c, { session, user });
          return c.json({ token: session.token });
        },
      ),
    },
  };
}
