import { ProxiedSignInPage } from '@backstage/core-components';
import {
  configApiRef,
  type IdentityApi,
  useApi,
} from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { RiUserLine } from '@remixicon/react';
import { useCallback, useState } from 'react';
import styles from './PersonaSignInPage.module.css';
import {
  choosePersona,
  chosenPersona,
  forgetPersona,
  PERSONAS,
} from './personas';

/** Lets a visitor of the demo choose whom to be; there is no password, and no way in outside of the demo. */
export function PersonaSignInPage(props: SignInPageProps) {
  const [persona, setPersona] = useState(chosenPersona);
  const organization =
    useApi(configApiRef).getOptionalString('organization.name');
  const { onSignInSuccess } = props;
  const signedIn = useCallback(
    (identity: IdentityApi) => {
      const signOut = identity.signOut.bind(identity);
      onSignInSuccess(
        Object.assign(identity, {
          signOut: async () => {
            forgetPersona();
            await signOut();
          },
        }),
      );
    },
    [onSignInSuccess],
  );

  if (persona !== undefined) {
    return (
      <ProxiedSignInPage
        {...props}
        onSignInSuccess={signedIn}
        provider="personas"
        headers={{ 'x-persona': persona }}
      />
    );
  }
  return (
    <main className={styles.page}>
      <h1>{organization}</h1>
      <p>Choose who you are. This is a demo: there are no passwords.</p>
      <div className={styles.people}>
        {PERSONAS.map(({ name, title, words }) => (
          <button
            key={name}
            type="button"
            className={styles.person}
            onClick={() => {
              choosePersona(name);
              setPersona(name);
            }}
          >
            <RiUserLine size={20} aria-hidden />
            <span>
              <b>{title}</b>
              <span className={styles.words}>{words}</span>
            </span>
          </button>
        ))}
      </div>
    </main>
  );
}
