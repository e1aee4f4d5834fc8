import { cniAgent } from './cniAgent.ts';
import { csiNode } from './csiNode.ts';
import { devicePlugin } from './devicePlugin.ts';
import { logCollector } from './logCollector.ts';
import { nodeExporter } from './nodeExporter.ts';
import { plain } from './plain.ts';
import type { Skeleton } from './skeleton.ts';

/** Whole manifests, in the order in which they are offered. */
export const skeletons: readonly Skeleton[] = [plain, logCollector, nodeExporter, csiNode, devicePlugin, cniAgent];
