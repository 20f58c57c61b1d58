import { createContext } from 'react';

/** Whether the overview's layout draws the environments already. */
export const ShownByLayout = createContext(false);
