package org.bulkhead.builder.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.emulator.Emulator;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.emulator.EmulatorRun;
import org.bulkhead.builder.emulator.Ending;
import org.bulkhead.builder.module.HostLoader;
import org.bulkhead.builder.scenario.MarkedLine;
import org.bulkhead.builder.volume.ImageVolume;
import org.bulkhead.drivers.cmos.CmosDriver;
import org.bulkhead.servers.installing.InstallTimer;
import org.bulkhead.vm.linker.module.SealedModule;

/** A boot in Bochs in which the clock's driver is replaced by installed ones, from jars and sealed modules, and killed before and after. */
public final class InstallRun {
    /**
     * What the loader was given, and how long it took.
     *
     * @param path of the jar or module
     * @param origin what the loader did with it
     * @param loaded ticks from the order to the loader's answer
     * @param served ticks from the order to the driver's first answer
     * @param thousands thousands of ticks of each phase, as the loader tells them
     */
    public record Installed(String path, String origin, long pages, long methods, long loaded, long served, Map<String, Long> thousands) {}

    /** Ticks from the fault to the next request completed, for each time that a driver was killed. */
    public record Restarts(List<Long> image, List<Long> module) {}

    /** All of it. */
    public record Result(List<Installed> installed, Restarts restarts) {}

    private static final String PACKAGE = "org/bulkhead/installed/cmos";
    private static final Pattern PHASES = Pattern.compile("(?m)^loader: \\S+ from (\\S+): .*; thousands of ticks: (.*)$");
    private static final String CACHE = "/modules/cache";

    private InstallRun() {}

    /**
     * Runs it.
     *
     * @param image of the boot set INSTALLING; it stays as it is
     * @param folder where its copy is made
     * @param limit of host time
     * @throws UserProblem if the system does not come to the end
     */
    public static Result run(Path image, Path folder, Duration limit) throws IOException {
        Path copy = Files.copy(image, folder.resolve("installing.img"));
        putDrivers(copy);
        try (EmulatorRun run = Emulator.start(EmulatorConfig.of(copy).withTimeout(limit))) {
            Ending ending = run.awaitEnd();
            String log = run.debugConsole();
            if (ending != Ending.POWERED_OFF || MarkedLine.in(log).stream().noneMatch(line -> line.word().equals("scenario"))) {
                throw UserProblem.failure("the timing of installations did not come to the end (" + ending + "); " + run.tail());
            }
            return parse(log);
        }
    }

    /** Returns what a log tells. */
    static Result parse(String log) {
        Map<String, Map<String, Long>> phases = phases(log);
        List<Installed> installed = new ArrayList<>();
        List<Long> ofImage = new ArrayList<>();
        List<Long> ofModule = new ArrayList<>();
        for (MarkedLine line : MarkedLine.in(log)) {
            if (line.word().equals("install")) {
                String path = line.text("path");
                installed.add(new Installed(path, line.text("origin"), line.number("pages"), line.number("methods"), line.number("loaded"), line.number("served"), phases.getOrDefault(path, Map.of())));
            } else if (line.word().equals("restart")) {
                (line.text("version").equals("image") ? ofImage : ofModule).add(line.number("ticks"));
            }
        }
        return new Result(installed, new Restarts(ofImage, ofModule));
    }

    private static Map<String, Map<String, Long>> phases(String log) {
        Map<String, Map<String, Long>> all = new LinkedHashMap<>();
        Matcher lines = PHASES.matcher(log);
        while (lines.find()) {
            Map<String, Long> phases = new LinkedHashMap<>();
            for (String phase : lines.group(2).split(", ")) {
                String[] words = phase.split(" ");
                phases.put(words[0], Long.parseLong(words[1]));
            }
            all.put(lines.group(1), phases);
        }
        return all;
    }

    /** The jars have the same classes in other packages, so each has a key of its own. */
    private static void putDrivers(Path image) throws IOException {
        try (ImageVolume volume = ImageVolume.open(image)) {
            byte[] cached = driver("cached");
            HostLoader loader = HostLoader.of(volume);
            SealedModule kept = loader.make(List.of(cached), InstallTimer.CACHED).sealed();
            Map<String, byte[]> files = new LinkedHashMap<>();
            files.put(InstallTimer.FIRST, driver("first"));
            files.put(InstallTimer.SECOND, driver("second"));
            files.put(InstallTimer.CACHED, cached);
            files.put(CACHE + '/' + HexFormat.of().formatHex(kept.key()), kept.toBytes());
            files.put(InstallTimer.SEALED, loader.make(List.of(driver("sealed")), InstallTimer.SEALED).sealed().toBytes());
            volume.createFolder(CACHE);
            volume.put(files);
        }
    }

    private static byte[] driver(String name) throws IOException {
        try {
            List<Class<?>> classes = new ArrayList<>(List.of(CmosDriver.class));
            for (String each : List.of("RealTimeClock", "RealTimeClock$Reading")) {
                classes.add(Class.forName(CmosDriver.class.getPackageName() + '.' + each));
            }
            return RelocatedJar.of(classes, PACKAGE + '/' + name);
        } catch (ClassNotFoundException e) {
            throw UserProblem.failure("the clock's driver has lost a class: " + e.getMessage(), e);
        }
    }
}
