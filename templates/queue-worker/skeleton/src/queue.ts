export interface Message {
  readonly id: string;
  readonly body: string;
}

/** What the worker needs of a broker. Write yours beside MemoryQueue and use it in main.ts. */
export interface Queue {
  /** The next message, or `undefined` when none came in time. It stays the worker's until it is done or given back. */
  take(waitMs: number): Promise<Message | undefined>;
  done(message: Message): Promise<void>;
  giveBack(message: Message): Promise<void>;
  /** Messages that nobody has taken. */
  waiting(): Promise<number>;
}

/** A queue in this process: for tests, and until there is a broker. */
export class MemoryQueue implements Queue {
  readonly #messages: Message[] = [];

  add(message: Message) {
    this.#messages.push(message);
  }

  async take(waitMs: number): Promise<Message | undefined> {
    const message = this.#messages.shift();
    if (message === undefined) {
      await new Promise(done => setTimeout(done, waitMs));
    }
    return message;
  }

  async done() {}

  async giveBack(message: Message) {
    this.#messages.unshift(message);
  }

  async waiting() {
    return this.#messages.length;
  }
}
