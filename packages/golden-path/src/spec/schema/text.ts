import { z } from 'zod/v3';
import {
  branchNameProblem,
  parseQuantity,
} from '@baremetal/backstage-plugin-baremetal-common';
import { nameProblem } from '../name';
import { count } from './number';
import { isSchedule } from './schedule';

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

/** By the rules of `git check-ref-format`. */
export const branchName = z.string().superRefine((text, context) => {
  const message = branchNameProblem(text);
  if (message !== undefined) {
    context.addIssue({ code: z.ZodIssueCode.custom, message });
  }
});

/** `90s`, `5m`, `1h`, or bare seconds. */
export const duration = z
  .string()
  .regex(/^[1-9]\d{0,4}(s|m|h)?$/, 'write a duration like 90s, 5m or 1h');

/** Pods as a number, or as a share of the replicas. */
export const podCount = z.union([
  count(0),
  z
    .string()
    .regex(/^\d{1,2}%$|^100%$/, 'must be a number, or a share from 0% to 100%'),
]);

/** Five fields: minute, hour, day of month, month, day of week. */
export const cronSchedule = z.string().refine(isSchedule, text => ({
  message: `"${text}" is not a schedule of five fields; write one like "0 3 * * *" for every night at three`,
}));

/** As the IANA database names it. What is local to a machine is refused: nobody knows which one it will be. */
export const timeZone = z
  .string()
  .regex(
    /^(?!local$)[a-z][\w+-]*(\/[a-z][\w+-]*){0,2}$/i,
    'is not a time zone; write one like Europe/Berlin',
  )
  .default('Etc/UTC');

/** Absolute path inside a container. */
export const containerPath = z.string().startsWith('/');
