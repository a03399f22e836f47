package org.bulkhead.builder.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.emulator.Emulator;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.emulator.EmulatorRun;
import org.bulkhead.builder.emulator.Ending;
import org.bulkhead.builder.emulator.Network;
import org.bulkhead.builder.scenario.MarkedLine;
import org.bulkhead.servers.crashloop.LoadContents;

/**
 * One boot of the crash loop in Bochs: a driver works, is killed in a fixed interval, and every byte that it moves is checked, those that it wrote by the host.
 *
 * @param work what the driver does
 * @param intervalMillis guest time between two kills, 0 for none
 * @param seconds least guest time of the measurement; 64 MiB are moved in any case (of frames, 1 MiB)
 * @param deaths least number of deaths, if there are any
 */
public record CrashLoopRun(Work work, long intervalMillis, long seconds, long deaths) {
    private static final String WORD = "crash-loop";
    private static final long MILLION = 1_000_000L;
    /** The clock of Bochs as it is configured: 100 million instructions a second. */
    private static final long TICKS_PER_MILLI = 100_000L;

    /** What a driver does while it is killed. */
    public enum Work {
        /** The disk driver reads. */
        DISK_READ("disk-read"),
        /** The disk driver writes. */
        DISK_WRITE("disk-write"),
        /** The network driver sends frames and receives their echoes. */
        NETWORK("network");

        private final String word;

        Work(String word) {
            this.word = word;
        }

        /** Returns the name by which the system knows it. */
        public String word() {
            return word;
        }
    }

    /**
     * What was measured.
     *
     * @param deaths how often the driver died
     * @param supervisorTicks processor time that the supervisor used meanwhile
     * @param lostFrames frames whose echo never came; 0 for disks
     * @param frames frames that were sent; 0 for disks
     */
    public record Result(Work work, long intervalMillis, long bytes, long ticks, int deaths, long supervisorTicks, long frames, long lostFrames) {
        /** Returns the throughput. */
        public double bytesPerMillionTicks() {
            return (double) bytes * MILLION / ticks;
        }

        /** Returns the part of the throughput that is lost, in percent, compared with a run without deaths. */
        public double lossPercent(Result undisturbed) {
            return 100 * (1 - bytesPerMillionTicks() / undisturbed.bytesPerMillionTicks());
        }
    }

    /**
     * Runs it.
     *
     * @param image of the boot set CRASH_LOOP
     * @param folder where the disk is made
     * @param limit of host time
     * @throws UserProblem if the system does not come to the end, or anything that was read or written is wrong
     */
    public Result run(Path image, Path folder, Duration limit) throws IOException {
        Path disk = folder.resolve(work.word + "-" + intervalMillis + ".img");
        makeDisk(disk);
        MarkedLine line;
        EmulatorConfig config = EmulatorConfig.of(image).withSecondDisk(disk).withTimeout(limit).withNetwork(work == Work.NETWORK ? Network.USER : Network.NONE);
        try (EmulatorRun run = Emulator.start(config)) {
            Ending ending = run.awaitEnd();
            List<MarkedLine> lines = MarkedLine.in(run.debugConsole());
            if (ending != Ending.POWERED_OFF || lines.stream().noneMatch(each -> each.word().equals(WORD))) {
                throw UserProblem.failure(describe() + " did not come to the end (" + ending + "); " + run.tail());
            }
            line = lines.stream().filter(each -> each.word().equals(WORD)).findFirst().orElseThrow();
        }
        Result result = new Result(work, intervalMillis, line.number("bytes"), line.number("ticks"), (int) line.number("deaths"), line.number("supervisor"), work == Work.NETWORK ? line.number("sent") : 0,
                work == Work.NETWORK ? line.number("lost") : 0);
        check(result, line, disk);
        return result;
    }

    private String describe() {
        return work.word + (intervalMillis == 0 ? " undisturbed" : " with a death every " + intervalMillis + " ms");
    }

    private void makeDisk(Path disk) throws IOException {
        String plan = WORD + " work=" + work.word + " interval=" + intervalMillis + " seconds=" + seconds + " deaths=" + (intervalMillis == 0 ? 0 : deaths) + "\n";
        try (FileChannel channel = FileChannel.open(disk, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(plan.getBytes(StandardCharsets.US_ASCII)), 0);
            ByteBuffer chunk = ByteBuffer.allocate(LoadContents.CHUNK).order(ByteOrder.LITTLE_ENDIAN);
            LongBuffer content = chunk.asLongBuffer();
            long[] values = new long[LoadContents.LONGS];
            for (int i = 0; i < LoadContents.CHUNKS; i++) {
                LoadContents.fill(values, i, 0);
                content.put(0, values);
                channel.write(chunk.rewind(), place(i));
            }
        }
    }

    private static long place(int chunk) {
        return LoadContents.START + (long) chunk * LoadContents.CHUNK;
    }

    private void check(Result result, MarkedLine line, Path disk) throws IOException {
        switch (work) {
            case DISK_READ -> require(line.number("mismatches") == 0, line.text("mismatches") + " of " + line.text("chunks") + " chunks were not what was on the disk");
            case DISK_WRITE -> checkDisk(disk, line.number("chunks"));
            case NETWORK -> require(result.frames == line.number("whole") + result.lostFrames, "not all frames are accounted for: " + line.values());
        }
        long due = intervalMillis == 0 ? 0 : result.ticks / (intervalMillis * TICKS_PER_MILLI);
        require(Math.abs(result.deaths - due) <= 1, result.deaths + " deaths in " + result.ticks + " ticks, where " + due + " were due");
    }

    /** Chunks were written in order, each pass with the next version: so many, from the beginning again and again. */
    private void checkDisk(Path disk, long chunks) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(LoadContents.CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        LongBuffer content = chunk.asLongBuffer();
        long[] values = new long[LoadContents.LONGS];
        try (FileChannel channel = FileChannel.open(disk, StandardOpenOption.READ)) {
            for (int i = 0; i < LoadContents.CHUNKS; i++) {
                require(channel.read(chunk.clear(), place(i)) == LoadContents.CHUNK, "the disk became shorter");
                chunk.clear();
                long version = (chunks - i + LoadContents.CHUNKS - 1) / LoadContents.CHUNKS;
                chunk.asLongBuffer().get(0, values);
                require(LoadContents.isRight(values, i, version), "chunk " + i + " on the disk is not what was written last, version " + version);
            }
        }
    }

    private void require(boolean condition, String problem) {
        if (!condition) {
            throw UserProblem.failure(describe() + ": " + problem);
        }
    }
}
