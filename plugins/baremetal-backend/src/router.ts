import express from 'express';
import Router from 'express-promise-router';
import { createViewRoutes, type ViewRoutesOptions } from './router/views';

export interface RouterOptions extends ViewRoutesOptions {
  /** Routes of other concepts, each with its own checks. */
  readonly more: readonly express.Router[];
}

/** All routes of the plugin. None answers without having asked for a permission. */
export function createRouter({
  more,
  ...views
}: RouterOptions): express.Router {
  const router = Router();
  router.use(express.json({ limit: '100kb' }));
  router.use(createViewRoutes(views));
  more.forEach(each => router.use(each));
  return router;
}
