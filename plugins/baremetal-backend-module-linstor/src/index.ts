export { baremetalModuleLinstor as default } from './module';
