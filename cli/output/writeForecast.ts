import { markdownReport, type ReportInput } from '../../core/presentation/report.ts';
import type { Timeline } from '../../core/simulation/timeline.ts';
import type { Output } from '../simulate/options.ts';
import { forecastJson } from './forecastJson.ts';
import { forecastText } from './forecastText.ts';
import type { Sink } from './sink.ts';

/** Writes a forecast in the form that was asked for. */
export function writeForecast(output: Output, report: ReportInput, timeline: Timeline, broken: readonly string[], out: Sink): void {
  if (output === 'json') out.write(`${JSON.stringify(forecastJson(report, timeline, broken), null, 2)}\n`);
  else if (output === 'markdown') out.write(markdownReport(report));
  else out.write(forecastText(report, out));
}
