import { AV01 } from './availability/AV01';
import { AV02 } from './availability/AV02';
import { AV03 } from './availability/AV03';
import { AV04 } from './availability/AV04';
import { AV05 } from './availability/AV05';
import { AV06 } from './availability/AV06';
import { AV07 } from './availability/AV07';
import { AV08 } from './availability/AV08';
import { AV09 } from './availability/AV09';
import { AV10 } from './availability/AV10';
import { AV11 } from './availability/AV11';
import { AV12 } from './availability/AV12';
import { CA01 } from './catalog/CA01';
import { CA02 } from './catalog/CA02';
import { PD01 } from './delivery/PD01';
import { PD02 } from './delivery/PD02';
import { PD03 } from './delivery/PD03';
import { PD04 } from './delivery/PD04';
import { PD05 } from './delivery/PD05';
import { PD06 } from './delivery/PD06';
import { PD07 } from './delivery/PD07';
import { PD08 } from './delivery/PD08';
import { PD09 } from './delivery/PD09';
import { PD10 } from './delivery/PD10';
import { PD11 } from './delivery/PD11';
import { PD12 } from './delivery/PD12';
import { PD13 } from './delivery/PD13';
import { PD14 } from './delivery/PD14';
import { PD15 } from './delivery/PD15';
import { PD16 } from './delivery/PD16';
import { PD17 } from './delivery/PD17';
import { PD18 } from './delivery/PD18';
import { EX01 } from './exposure/EX01';
import { EX02 } from './exposure/EX02';
import { EX03 } from './exposure/EX03';
import { EN01 } from './gitops/EN01';
import { EN02 } from './gitops/EN02';
import { GO01 } from './gitops/GO01';
import { GO02 } from './gitops/GO02';
import { GO03 } from './gitops/GO03';
import { GO04 } from './gitops/GO04';
import { GO05 } from './gitops/GO05';
import { KU01 } from './kustomize/KU01';
import { KU02 } from './kustomize/KU02';
import { KU03 } from './kustomize/KU03';
import { KU04 } from './kustomize/KU04';
import { KU05 } from './kustomize/KU05';
import { KU06 } from './kustomize/KU06';
import { OB01 } from './observability/OB01';
import { OB02 } from './observability/OB02';
import type { Rule } from './rule';
import { AS01 } from './scaling/AS01';
import { AS02 } from './scaling/AS02';
import { AS03 } from './scaling/AS03';
import { AS04 } from './scaling/AS04';
import { AS05 } from './scaling/AS05';
import { AS06 } from './scaling/AS06';
import { AS07 } from './scaling/AS07';
import { AS08 } from './scaling/AS08';
import { AS09 } from './scaling/AS09';
import { AS10 } from './scaling/AS10';
import { AS11 } from './scaling/AS11';
import { AS12 } from './scaling/AS12';
import { CP01 } from './scaling/CP01';
import { SE01 } from './security/SE01';
import { SE02 } from './security/SE02';
import { SE03 } from './security/SE03';
import { SE04 } from './security/SE04';
import { ST01 } from './storage/ST01';
import { ST02 } from './storage/ST02';
import { ST03 } from './storage/ST03';
import { ST04 } from './storage/ST04';
import { ST05 } from './storage/ST05';
import { ST06 } from './storage/ST06';
import { ST07 } from './storage/ST07';
import { ST08 } from './storage/ST08';
import { ST09 } from './storage/ST09';
import { ST10 } from './storage/ST10';
import { ST11 } from './storage/ST11';
import { ST12 } from './storage/ST12';
import { ST13 } from './storage/ST13';
import { ST14 } from './storage/ST14';
import { ST15 } from './storage/ST15';
import { ST16 } from './storage/ST16';
import { ST17 } from './storage/ST17';
import { ST18 } from './storage/ST18';

/** Every rule of the golden path, in the order in which their findings are listed. */
export const RULES: readonly Rule[] = [
  CA02,
  EN01,
  EN02,
  AV11,
  ST01,
  ST02,
  ST03,
  ST04,
  ST05,
  ST06,
  ST07,
  ST08,
  ST09,
  ST10,
  ST11,
  ST12,
  ST13,
  ST14,
  ST15,
  ST16,
  ST17,
  ST18,
  AS01,
  AS02,
  AS03,
  AS04,
  AS05,
  AS06,
  AS07,
  AS08,
  AS09,
  AS10,
  AS11,
  AS12,
  CP01,
  AV01,
  AV02,
  AV03,
  AV04,
  AV05,
  AV06,
  AV07,
  AV08,
  AV09,
  AV10,
  AV12,
  PD01,
  PD02,
  PD03,
  PD04,
  PD05,
  PD06,
  PD07,
  PD08,
  PD09,
  PD10,
  PD11,
  PD12,
  PD13,
  PD14,
  PD15,
  PD16,
  PD17,
  PD18,
  EX01,
  EX02,
  EX03,
  KU01,
  KU02,
  KU03,
  KU04,
  KU05,
  KU06,
  GO01,
  GO02,
  GO03,
  GO04,
  GO05,
  SE01,
  SE02,
  SE03,
  SE04,
  CA01,
  OB01,
  OB02,
];
