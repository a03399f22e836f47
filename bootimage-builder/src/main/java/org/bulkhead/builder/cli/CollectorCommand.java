package org.bulkhead.builder.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.bulkhead.builder.bench.CollectorBench;
import org.bulkhead.builder.report.JsonFile;
import org.bulkhead.builder.report.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the pauses of the collector. */
@Command(name = "collector", sortOptions = false, description = "Measures how long a Linux program stands still for collections, at different amounts of live data.")
final class CollectorCommand implements Callable<Integer> {
    /** A third of the largest heap. */
    private static final int LARGEST = 512;
    private static final double MICROS_PER_MILLI = 1000;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Option(names = "--live", split = ",", paramLabel = "MIB", description = "Amounts of live data in MiB (default: ${DEFAULT-VALUE}).", defaultValue = "8,64,512")
    private List<Integer> amounts;

    @Override
    public Integer call() throws IOException, InterruptedException {
        for (int each : amounts) {
            if (each < 1 || each > LARGEST) {
                throw new ParameterException(spec.commandLine(), "--live: " + each + " MiB; amounts go from 1 to " + LARGEST);
            }
        }
        List<CollectorBench.Pauses> pauses = CollectorBench.run(amounts, new TerminalProgress(spec.commandLine().getErr()));
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? JsonFile.text(pauses) : text(pauses));
        out.flush();
        return 0;
    }

    private static String text(List<CollectorBench.Pauses> pauses) {
        TextTable table = new TextTable("live, MiB", "heap, MiB", "collections", "median, ms", "longest, ms", "share of time, %");
        for (CollectorBench.Pauses each : pauses) {
            table.row(Integer.toString(each.liveMebibytes()), Integer.toString(each.heapMebibytes()), Integer.toString(each.collections()), millis(each.medianMicros()), millis(each.longestMicros()),
                String.format("%.0f", each.percent()));
        }
        return table.toString();
    }

    private static String millis(long micros) {
        return String.format("%.1f", micros / MICROS_PER_MILLI);
    }
}
