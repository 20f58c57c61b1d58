/**
 * Scaffolder actions that plan, generate, check, publish and register a service on bare metal, and ask for promotions.
 *
 * @packageDocumentation
 */
export { scaffolderModuleBaremetal as default } from './module';
