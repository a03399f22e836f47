package org.bulkhead.builder.postmortem;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.nucleus.abi.DeathRecord;
import org.bulkhead.nucleus.abi.DumpLayout;
import org.bulkhead.nucleus.abi.TraceRecord;
import org.bulkhead.servers.postmortem.DeathView;
import org.bulkhead.servers.postmortem.RecordLines;
import org.bulkhead.servers.postmortem.TraceText;

/**
 * What a nucleus that gave up left, as {@link DumpLayout} draws it.
 *
 * @param number which of the dumps it is that were written since the machine started without one, from 1 on
 * @param reason why the nucleus gave up: the log's last line
 * @param log the log as far as it was kept
 * @param trace the last messages and deaths in words, oldest first
 */
record NucleusDump(int number, String reason, String log, List<String> trace) {
    private static final int NUMBER = DumpLayout.IMAGE + Integer.BYTES;
    private static final int LOG_SIZE = DumpLayout.DEATHS - DumpLayout.LOG;

    /** Returns whether these bytes begin like a dump. */
    static boolean begins(byte[] bytes) {
        return bytes.length >= Integer.BYTES && ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(0) == DumpLayout.MAGIC;
    }

    /**
     * Reads a dump.
     *
     * @throws UserProblem if it is damaged
     */
    static Remains read(String source, byte[] bytes) {
        if (bytes.length != DumpLayout.SIZE || !begins(bytes)) {
            throw UserProblem.failure(source + " holds no dump: the nucleus has not given up on this disk, or the machine was not restarted since");
        }
        ByteBuffer dump = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int image = dump.getInt(DumpLayout.IMAGE);
        long sum = RecordLines.sum(image, dump.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(DumpLayout.LOG_END));
        if (sum != dump.getLong(DumpLayout.CHECKSUM)) {
            throw UserProblem.failure(String.format("the dump in %s is damaged: its checksum is %016x, it says %016x; it was written halfway, or its memory was overwritten before", source, sum,
                dump.getLong(DumpLayout.CHECKSUM)));
        }
        String log = log(dump);
        List<Remains.Death> deaths = deaths(source, dump);
        List<String> lines = log.lines().toList();
        String reason = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        return new Remains(source, OptionalInt.of(image), deaths, new NucleusDump(dump.getInt(NUMBER), reason, log, trace(source, dump)));
    }

    private static String log(ByteBuffer dump) {
        long end = Math.max(0, dump.getLong(DumpLayout.LOG_END));
        long begin = Math.max(0, end - LOG_SIZE);
        byte[] text = new byte[(int) (end - begin)];
        for (int i = 0; i < text.length; i++) {
            text[i] = dump.get(DumpLayout.LOG + (int) ((begin + i) % LOG_SIZE));
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static List<Remains.Death> deaths(String source, ByteBuffer dump) {
        List<DeathView> views = new ArrayList<>();
        for (int at = DumpLayout.DEATHS; at < DumpLayout.TRACE; at += DeathRecord.SIZE) {
            if (dump.getLong(at + DeathRecord.FAULT_TICKS) == 0) continue;
            byte[] record = new byte[DeathRecord.SIZE];
            dump.get(at, record);
            try {
                views.add(new DeathView(record));
            } catch (IllegalArgumentException e) {
                throw UserProblem.failure("the dump in " + source + " has a death record at byte " + at + " that is none: " + e.getMessage(), e);
            }
        }
        views.sort(Comparator.comparingLong(DeathView::faultTicks));
        List<Remains.Death> deaths = new ArrayList<>();
        for (DeathView view : views) {
            deaths.add(new Remains.Death(deaths.size(), view));
        }
        return deaths;
    }

    private static List<String> trace(String source, ByteBuffer dump) {
        List<Integer> places = new ArrayList<>();
        for (int at = DumpLayout.TRACE; at < DumpLayout.SIZE; at += TraceRecord.SIZE) {
            if (dump.getLong(at + TraceRecord.TICKS) != 0) {
                places.add(at);
            }
        }
        places.sort(Comparator.comparingLong(at -> dump.getLong(at + TraceRecord.TICKS)));
        long now = places.isEmpty() ? 0 : dump.getLong(places.get(places.size() - 1) + TraceRecord.TICKS);
        List<String> trace = new ArrayList<>();
        for (int at : places) {
            try {
                TraceText.check(dump, at);
            } catch (IllegalArgumentException e) {
                throw UserProblem.failure("the dump in " + source + " is damaged at byte " + at + ": " + e.getMessage(), e);
            }
            trace.add(TraceText.describe(dump, at, now));
        }
        return trace;
    }
}
