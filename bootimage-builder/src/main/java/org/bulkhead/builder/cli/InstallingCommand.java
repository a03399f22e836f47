package org.bulkhead.builder.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.bulkhead.builder.bench.InstallRun;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.builder.report.JsonFile;
import org.bulkhead.builder.report.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how long it takes to get a driver into the running system, and back to work after a death. */
@Command(name = "installing", sortOptions = false,
    description = "Has the running system, in Bochs, put copies of its smallest driver in the place of that, from jars and sealed modules, and counts the instructions until they serve; and again after deaths.")
final class InstallingCommand implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofMinutes(30);

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print JSON instead of tables.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Path image = Images.ensure(BootSet.INSTALLING, err);
        Path folder = Folders.temporary("bulkhead-installing-");
        InstallRun.Result result;
        try {
            result = InstallRun.run(image, folder, LIMIT);
        } finally {
            Folders.remove(folder);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? JsonFile.text(result) : text(result));
        out.flush();
        return 0;
    }

    static String text(InstallRun.Result result) {
        List<Object> headings = new ArrayList<>(List.of("thousands of ticks"));
        result.installed().forEach(each -> headings.add(each.path().substring(each.path().lastIndexOf('/') + 1)));
        TextTable table = new TextTable(headings.stream().map(Object::toString).toArray(String[]::new));
        Set<String> phases = new LinkedHashSet<>();
        result.installed().forEach(each -> phases.addAll(each.thousands().keySet()));
        for (String phase : phases) {
            row(table, phase, result.installed().stream().map(each -> each.thousands().containsKey(phase) ? number(each.thousands().get(phase)) : "-").toList());
        }
        row(table, "order to loader's answer", result.installed().stream().map(each -> number(each.loaded() / 1000)).toList());
        row(table, "order to driver's answer", result.installed().stream().map(each -> number(each.served() / 1000)).toList());
        row(table, "origin", result.installed().stream().map(InstallRun.Installed::origin).toList());
        row(table, "methods compiled", result.installed().stream().map(each -> number(each.methods())).toList());
        row(table, "pages", result.installed().stream().map(each -> number(each.pages())).toList());
        TextTable restarts = new TextTable("killed", "instructions to service");
        result.restarts().image().forEach(each -> restarts.row("version of the image", number(each)));
        result.restarts().module().forEach(each -> restarts.row("installed version", number(each)));
        return table + "\n" + restarts;
    }

    private static void row(TextTable table, String name, List<String> cells) {
        List<Object> row = new ArrayList<>(List.of(name));
        row.addAll(cells);
        table.row(row.toArray());
    }

    private static String number(long value) {
        return String.format("%,d", value);
    }
}
