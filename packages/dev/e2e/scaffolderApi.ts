import { BACKEND_URL } from './person';

interface TaskEvent {
  readonly id: number;
  readonly type: string;
  readonly body: { readonly message?: string };
}

/** Sends answers to the scaffolder as a script would, past every check of the form; resolves with the task's log. */
export async function runTask(
  persona: string,
  values: object,
): Promise<{ status: string; log: string }> {
  const token = await tokenOf(persona);
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
  };
  const tasks = `${BACKEND_URL()}/api/scaffolder/v2/tasks`;
  const created = await fetch(tasks, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      templateRef: 'template:default/http-service',
      values,
    }),
  });
  if (created.status !== 201) {
    throw new Error(`tasks: ${created.status} ${await created.text()}`);
  }
  const { id } = (await created.json()) as { id: string };
  // Answers when there is something new, so asking again is no busy waiting.
  for (let after = -1, log = ''; ; ) {
    const answer = await fetch(`${tasks}/${id}/events?after=${after}`, {
      headers,
    });
    const events = (await answer.json()) as TaskEvent[];
    for (const event of events) {
      after = Math.max(after, event.id);
      log += `${event.body.message ?? ''}\n`;
      if (event.type === 'completion') {
        const task = await fetch(`${tasks}/${id}`, { headers });
        const { status } = (await task.json()) as { status: string };
        return { status, log };
      }
    }
  }
}

/** Asks an API of the backend in somebody's name, or tells it something. */
export async function ask(
  persona: string,
  path: string,
  body?: object,
): Promise<Response> {
  return fetch(`${BACKEND_URL()}/api${path}`, {
    headers: {
      authorization: `Bearer ${await tokenOf(persona)}`,
      'content-type': 'application/json',
    },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
}

async function tokenOf(persona: string): Promise<string> {
  const response = await fetch(`${BACKEND_URL()}/api/auth/personas/refresh`, {
    headers: { 'x-persona': persona, 'x-requested-with': 'XMLHttpRequest' },
  });
  const { backstageIdentity } = (await response.json()) as {
    backstageIdentity: { token: string };
  };
  return backstageIdentity.token;
}
