import { z } from 'zod/v3';
import { parseQuantity } from '@baremetal/backstage-plugin-baremetal-common';
import { nameProblem } from '../name';

/** An amount as Kubernetes writes it. */
export const quantity = (example: string) =>
  z.string().refine(
    text => parseQuantity(text) !== undefined,
    text => ({
      message: `"${text}" is not an amount; write one like ${example}`,
    }),
  );

/** A name that can become that of a Service (DNS-1035). */
export const dnsName = z
  .string()
  .min(1)
  .superRefine((text, context) => {
    const message = nameProblem(text);
    if (message !== undefined) {
      context.addIssue({ code: z.ZodIssueCode.custom, message });
    }
  });

/** `90s`, `5m`, `1h`, or bare seconds. */
export const duration = z
  .string()
  .regex(/^\d+(s|m|h)?$/, 'write a duration like 90s, 5m or 1h');

/** Pods as a number, or as a share of the replicas. */
export const podCount = z.union([
  z.number().int().min(0),
  z.string().regex(/^\d+%$/),
]);

const CRON_FIELD = /^[\d*,/-]+$|^[A-Za-z]{3}([,-][A-Za-z]{3})*$/;

/** Five fields: minute, hour, day of month, month, day of week. */
export const cronSchedule = z.string().refine(
  text => {
    const fields = text.trim().split(/\s+/);
    return fields.length === 5 && fields.every(field => CRON_FIELD.test(field));
  },
  text => ({
    message: `"${text}" is not a schedule of five fields; write one like "0 3 * * *" for every night at three`,
  }),
);

/** Absolute path inside a container. */
export const containerPath = z.string().startsWith('/');
