package org.bulkhead.builder.fixedpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.emulator.Emulator;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.emulator.EmulatorRun;
import org.bulkhead.builder.emulator.Ending;
import org.bulkhead.builder.scenario.MarkedLine;
import org.bulkhead.vm.compiler.check.ClassArchive;

/**
 * What the compiler in the image, running in Bochs, made of an archive of classes.
 *
 * @param lines what it said of each method
 * @param methods how many it compiled
 * @param classBytes bytes of the class files that it compiled
 * @param ticks instructions that it took, from parsing to machine code
 */
public record ImageCompiler(List<String> lines, long methods, long classBytes, long ticks) {
    private static final String LINE = "compiled ";
    private static final String SUM = "compiled";
    private static final int BLOCK = 512;
    private static final int TAIL = 2000;

    /**
     * Boots the image of the program that compiles, with the archive on its second disk.
     *
     * @param image made of {@code BootSet.FIXED_POINT}
     * @param folder where the disk may lie
     * @param limit of host time
     * @throws UserProblem if the program does not come to its end
     */
    public static ImageCompiler run(Path image, ClassArchive archive, Path folder, Duration limit) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        archive.write(out);
        Path disk = Files.write(folder.resolve("archive.img"), Arrays.copyOf(out.toByteArray(), (out.size() + BLOCK - 1) / BLOCK * BLOCK));
        try (EmulatorRun run = Emulator.start(EmulatorConfig.of(image).withSecondDisk(disk).withTimeout(limit))) {
            Ending ending = run.awaitEnd();
            String log = run.debugConsole();
            List<MarkedLine> sums = MarkedLine.in(log).stream().filter(each -> each.word().equals(SUM)).toList();
            if (ending != Ending.POWERED_OFF || sums.size() != 1) {
                throw UserProblem.failure("the compiler in the image did not come to the end (" + ending + "); the log ends with:\n" + log.substring(Math.max(0, log.length() - TAIL)));
            }
            List<String> lines = log.lines().filter(each -> each.startsWith(LINE)).map(each -> each.substring(LINE.length())).toList();
            return new ImageCompiler(lines, sums.get(0).number("methods"), sums.get(0).number("bytes"), sums.get(0).number("ticks"));
        }
    }
}
