import type { Evidence } from '../../../src/answer/wording/evidence.ts';
import type { SupportFeatures } from '../../../src/answer/wording/support.ts';

/** A claim with what it is to rest on. */
export interface Claimed {
  claim: string;
  evidence: Evidence;
}

/** A claim as it is weighed, and whether what it rests on says it. */
export interface SupportCase {
  features: SupportFeatures;
  supported: boolean;
  /** Whether it is weighed at all: its names, numbers and dates are there, and nothing contradicts it. */
  weighed: boolean;
}
