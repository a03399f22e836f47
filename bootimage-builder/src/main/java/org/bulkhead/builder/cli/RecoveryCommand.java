package org.bulkhead.builder.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.bulkhead.builder.Progress;
import org.bulkhead.builder.bench.RecoveryRun;
import org.bulkhead.builder.bench.RecoveryRun.Recovery;
import org.bulkhead.builder.bench.RecoveryRun.Series;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.builder.report.JsonFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how long each driver is away after each way to fail, and after the first to the tenth failure. */
@Command(name = "recovery", sortOptions = false, description = "Makes every driver fail in every way and again and again, in Bochs, and counts the instructions from its death to its successor's first answer.")
final class RecoveryCommand implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofMinutes(30);

    @Spec
    private CommandSpec spec;

    @Option(names = "--series", split = ",", paramLabel = "SERIES", description = "Only these: ${COMPLETION-CANDIDATES}.")
    private Set<Series> series = EnumSet.allOf(Series.class);

    @Option(names = "--json", description = "Print JSON instead of tables.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Progress progress = new TerminalProgress(err);
        Path image = Images.ensure(BootSet.RECOVERY, err);
        Path folder = Folders.temporary("bulkhead-recovery-");
        List<Recovery> found = new ArrayList<>();
        try {
            for (Series each : series) {
                progress.update("series " + each.name().toLowerCase(Locale.ROOT), found.size(), "recoveries");
                found.addAll(RecoveryRun.run(each, image, folder, LIMIT));
            }
            progress.done("timed", found.size(), "recoveries");
        } finally {
            Folders.remove(folder);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? JsonFile.text(found) : String.join("\n", series.stream().map(each -> RecoveryRun.table(each, found)).toList()));
        out.flush();
        return 0;
    }
}
