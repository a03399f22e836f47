package org.bulkhead.builder.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bulkhead.builder.Progress;
import org.bulkhead.builder.bench.CompilerBench;
import org.bulkhead.builder.bench.CompilerBench.Engine;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.builder.report.JsonFile;
import org.bulkhead.builder.report.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the compiler at compiling itself. */
@Command(name = "compiler", sortOptions = false, description = "Has the compiler compile itself: as a Linux program, on HotSpot with its compiler C1, and in Bochs; and says what it adds to an image.")
final class CompilerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print JSON instead of tables.")
    private boolean json;

    /** All that is measured. */
    record Figures(Map<Engine, CompilerBench.Speed> hosted, CompilerBench.InImage image, CompilerBench.Added added) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        Progress progress = new TerminalProgress(err);
        Path folder = Folders.temporary("bulkhead-compiler-");
        Figures figures;
        try {
            figures = new Figures(CompilerBench.hosted(folder, progress), CompilerBench.inImage(Images.ensure(BootSet.FIXED_POINT, err), folder), CompilerBench.added(progress));
        } finally {
            Folders.remove(folder);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? JsonFile.text(figures) : text(figures));
        out.flush();
        return 0;
    }

    private static String text(Figures figures) {
        CompilerBench.Speed own = figures.hosted.get(Engine.BULKHEAD);
        CompilerBench.Speed c1 = figures.hosted.get(Engine.C1);
        TextTable hosted = new TextTable("the compiler compiles itself", "methods", "methods/s")
                .row("as a Linux program", number(own.methods()), number((long) own.methodsPerSecond()))
                .row("on HotSpot's C1", number(c1.methods()), number((long) c1.methodsPerSecond()))
                .row("ratio", "-", String.format("%.2f", own.methodsPerSecond() / c1.methodsPerSecond()));
        TextTable image = new TextTable("in the image, in Bochs", "figure")
                .row("methods", number(figures.image.methods()))
                .row("class files, bytes", number(figures.image.classBytes()))
                .row("instructions", number(figures.image.ticks()))
                .row("bytes of class files per million instructions", number(figures.image.bytesPerMillion()))
                .row("methods per million instructions", String.format("%.2f", figures.image.methodsPerMillion()));
        TextTable added = new TextTable("added to an image of the drivers", "figure")
                .row("bytes", number(figures.added.bytes()))
                .row("methods", number(figures.added.methods()));
        return hosted + "\n" + image + "\n" + added;
    }

    private static String number(long value) {
        return String.format("%,d", value);
    }
}
