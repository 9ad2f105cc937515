import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Flow tests first: a long file at the end would leave a worker idle. */
class FlowsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isFlow = ({ moduleId }: TestSpecification) => moduleId.includes('/tests/flow/');
    const sorted = await super.sort(files);
    return [...sorted.filter(isFlow), ...sorted.filter((file) => !isFlow(file))];
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // No test changes what others share, and loading everything anew for each file takes half of the time.
    isolate: false,
    // Two at a time: each flow test has worker threads of its own.
    maxWorkers: 2,
    sequence: { sequencer: FlowsFirst },
    // Only what hangs takes so long: a machine that is busy with other things fails no test.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
