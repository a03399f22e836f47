package org.bulkhead.builder.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.bulkhead.builder.ImageClassPath;
import org.bulkhead.builder.Progress;
import org.bulkhead.builder.bench.KernelBench;
import org.bulkhead.builder.bench.KernelBench.Engine;
import org.bulkhead.builder.bench.SystemBench;
import org.bulkhead.builder.disk.DiskImage;
import org.bulkhead.builder.driver.DriverCheck;
import org.bulkhead.builder.driver.DriverReport;
import org.bulkhead.builder.emulator.EmulatorKind;
import org.bulkhead.builder.image.ImageBuilder;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.builder.manifest.ProgramCatalogue;
import org.bulkhead.builder.report.JsonFile;
import org.bulkhead.builder.report.TextTable;
import org.bulkhead.builder.scenario.file.ScenarioFile;
import org.bulkhead.builder.scenario.file.ScenarioLibrary;
import org.bulkhead.builder.scenario.file.ScenarioReader;
import org.bulkhead.builder.scenario.judge.Death;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what docs/benchmarks.md publishes. */
@Command(name = "bench", sortOptions = false, subcommands = {CrashLoopCommand.class, RecoveryCommand.class, CompilerCommand.class, CollectorCommand.class, InstallingCommand.class}, description = "Measures image, system (in Bochs, in instructions) and machine code (against HotSpot).")
final class BenchCommand implements Callable<Integer> {
    /** Rounds of each kernel: enough that starting a VM doesn't count, few enough for an interpreter. */
    private static final Map<String, Integer> KERNELS = kernels();
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final long SEED = 2024;
    /** The scenario whose deaths tell how long a recovery takes. */
    private static final String RECOVERY = "disk-driver-killed";
    /** Drivers' packages begin so. */
    private static final String DRIVERS = "org.bulkhead.drivers.";

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print JSON instead of tables.")
    private boolean json;

    @Option(names = "--only", split = ",", paramLabel = "PART", description = "Measure only these: ${COMPLETION-CANDIDATES}.")
    private Set<Part> parts = EnumSet.allOf(Part.class);

    /** What can be measured on its own. */
    enum Part { IMAGE, DRIVERS, SYSTEM, RECOVERY, KERNELS }

    /** Everything measured; a part that was not asked for is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Figures(ImageFigures image, List<DriverFigures> drivers, SystemFigures system, List<Death> recovery, List<KernelBench.Result> kernels) {
    }

    /** Size of the shipping image, and the time to build it in this process. */
    record ImageFigures(long kernelImageBytes, long diskImageBytes, long buildMilliseconds) {
    }

    /** What one driver adds to the shipping image, and the memory that it has at the prompt: heap, stack, page tables and its own copies of image pages. */
    record DriverFigures(String name, long imageBytes, int methods, long kibibytes) {
    }

    /** Instructions from reset to the prompt, and of each operation of the nucleus; bytes that a transfer moves per million instructions. */
    record SystemFigures(long instructionsToPrompt, Map<String, Long> instructions, Map<String, Long> bytesPerMillionInstructions) {
    }

    private static Map<String, Integer> kernels() {
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("Sieve", 5000);
        map.put("NBody", 1_000_000);
        map.put("MegamorphicDispatch", 20_000);
        map.put("Allocation", 800);
        map.put("HashMapKernel", 100);
        map.put("StringBuilderKernel", 2000);
        map.put("Crc32Kernel", 500);
        map.put("SortKernel", 300);
        map.put("Fib", 100);
        map.put("MatrixMultiply", 60);
        return map;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        Progress progress = new TerminalProgress(err);
        ImageFigures image = parts.contains(Part.IMAGE) ? measureImage() : null;
        List<DriverFigures> drivers = parts.contains(Part.DRIVERS) ? measureDrivers(progress, err) : null;
        SystemFigures system = parts.contains(Part.SYSTEM) ? measureSystem(err) : null;
        List<Death> recovery = parts.contains(Part.RECOVERY) ? measureRecovery(err) : null;
        List<KernelBench.Result> kernels = parts.contains(Part.KERNELS) ? new KernelBench(KERNELS).run(progress) : null;
        Figures figures = new Figures(image, drivers, system, recovery, kernels);
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? JsonFile.text(figures) : text(figures));
        out.flush();
        return 0;
    }

    private static ImageFigures measureImage() throws IOException {
        long begin = System.nanoTime();
        ImageBuilder.Image image = new ImageBuilder(List.of(), BootSet.SHIPPING.classNames()).build(Progress.SILENT);
        long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        return new ImageFigures(image.file().length, DiskImage.of(image.file()).size(), milliseconds);
    }

    private static SystemFigures measureSystem(PrintWriter err) {
        long ticks = SystemBench.start(Images.ensure(BootSet.SHIPPING, err)).ticks();
        SystemBench.Operations operations = SystemBench.operations(Images.ensure(BootSet.BENCH, err));
        return new SystemFigures(ticks, operations.ticks(), operations.bytesPerMillion());
    }

    /** Builds the shipping image with and without each of its drivers. */
    private static List<DriverFigures> measureDrivers(Progress progress, PrintWriter err) {
        List<String> system = BootSet.SHIPPING.classNames();
        List<DriverReport> reports = new ArrayList<>();
        for (String each : system) {
            if (each.startsWith(DRIVERS)) {
                progress.update("measuring " + each, reports.size(), "drivers");
                reports.add(new DriverCheck(List.of(), system, List.of(each)).run(Progress.SILENT));
            }
        }
        Map<String, Long> memory = SystemBench.start(Images.ensure(BootSet.SHIPPING, err)).memory();
        List<DriverFigures> figures = new ArrayList<>();
        for (DriverReport report : reports) {
            String name = report.isolates().get(0).name();
            DriverReport.Cost cost = report.cost();
            figures.add(new DriverFigures(name, cost.with().imageBytes() - cost.without().imageBytes(), cost.with().methods() - cost.without().methods(), memory.getOrDefault(name, 0L)));
        }
        return figures;
    }

    private static List<Death> measureRecovery(PrintWriter err) {
        ScenarioFile scenario = new ScenarioReader(ProgramCatalogue.of(ImageClassPath.with(List.of()))).read(ScenarioLibrary.of(Workspace.root()).find(RECOVERY));
        ScenarioWork work = new ScenarioWork(EmulatorKind.BOCHS, LIMIT, SEED, err);
        return work.run(scenario, work.image(scenario), piece -> { }).deaths();
    }

    private static String text(Figures figures) {
        List<String> tables = new ArrayList<>();
        if (figures.image != null) {
            tables.add(new TextTable("image", "figure")
                    .row("kernel image, bytes", number(figures.image.kernelImageBytes))
                    .row("disk image, bytes", number(figures.image.diskImageBytes))
                    .row("time to build, ms", number(figures.image.buildMilliseconds)).toString());
        }
        if (figures.drivers != null) {
            TextTable table = new TextTable("driver", "image bytes", "methods", "KiB at the prompt");
            figures.drivers.forEach(each -> table.row(each.name, number(each.imageBytes), each.methods, each.kibibytes));
            tables.add(table.toString());
        }
        if (figures.system != null) {
            TextTable table = new TextTable("operation in Bochs", "instructions").row("reset to prompt", number(figures.system.instructionsToPrompt));
            figures.system.instructions.forEach((name, ticks) -> table.row(name, number(ticks)));
            tables.add(table.toString());
            TextTable rates = new TextTable("transfer in Bochs", "bytes per million instructions");
            figures.system.bytesPerMillionInstructions.forEach((name, bytes) -> rates.row(name, number(bytes)));
            tables.add(rates.toString());
        }
        if (figures.recovery != null) {
            TextTable table = new TextTable("death in Bochs", "instructions to service");
            figures.recovery.forEach(death -> table.row(death.reason(), number(death.instructionsToService())));
            tables.add(table.toString());
        }
        if (figures.kernels != null) {
            tables.add(kernelTable(figures.kernels));
        }
        return String.join("\n", tables);
    }

    private static String kernelTable(List<KernelBench.Result> results) {
        TextTable table = new TextTable("kernel", "Bulkhead ms", "-Xint ms", "C1 ms", "C2 ms", "Bulkhead/-Xint", "Bulkhead/C1", "Bulkhead/C2");
        double[] logarithms = new double[3];
        Engine[] others = {Engine.INTERPRETER, Engine.C1, Engine.C2};
        for (KernelBench.Result result : results) {
            List<Object> cells = new ArrayList<>(List.of(result.kernel()));
            for (Engine engine : Engine.values()) {
                cells.add(String.format("%.1f", result.nanoseconds().get(engine) / 1e6));
            }
            for (int i = 0; i < others.length; i++) {
                double ratio = result.ratio(Engine.BULKHEAD, others[i]);
                logarithms[i] += Math.log(ratio);
                cells.add(String.format("%.2f", ratio));
            }
            table.row(cells.toArray());
        }
        List<Object> means = new ArrayList<>(List.of("geometric mean", "-", "-", "-", "-"));
        for (double logarithm : logarithms) {
            means.add(String.format("%.2f", Math.exp(logarithm / results.size())));
        }
        return table.row(means.toArray()).toString();
    }

    private static String number(long value) {
        return String.format("%,d", value);
    }
}
