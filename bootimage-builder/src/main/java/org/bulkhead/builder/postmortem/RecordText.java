package org.bulkhead.builder.postmortem;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.nucleus.abi.DeathRecord;
import org.bulkhead.servers.postmortem.DeathView;
import org.bulkhead.servers.postmortem.RecordLines;

/** Finds death records in text: the lines that {@link RecordLines} makes, wherever they stand between others; of a death printed twice the last counts. */
final class RecordText {
    /** What a terminal is told between the lines: colours and the like (ECMA-48 control sequences). */
    private static final Pattern CONTROL = Pattern.compile("\u001b\\[[0-?]*[ -/]*[@-~]|\r");
    private static final Pattern LINE = Pattern.compile("\\b" + RecordLines.WORD + " (\\d{1,18}) ([0-9a-f]{4}|" + RecordLines.SUM + ") ([0-9a-f]+)$");
    private static final Pattern IMAGE = Pattern.compile("\\bnucleus: image 0x([0-9a-f]{1,8})\\b");

    private final String source;
    private final Map<Long, byte[]> begun = new TreeMap<>();
    private final Map<Long, Integer> known = new TreeMap<>();
    private final Map<Long, DeathView> complete = new TreeMap<>();

    private RecordText(String source) {
        this.source = source;
    }

    /**
     * Reads the records in a text.
     *
     * @throws UserProblem if there are none, or one is damaged or has no end
     */
    static Remains read(String source, String text) {
        RecordText reader = new RecordText(source);
        OptionalInt image = OptionalInt.empty();
        for (String line : (Iterable<String>) CONTROL.matcher(text).replaceAll("").lines()::iterator) {
            Matcher start = IMAGE.matcher(line);
            if (start.find()) {
                image = OptionalInt.of(Integer.parseUnsignedInt(start.group(1), 16));
            }
            Matcher matcher = LINE.matcher(line.stripTrailing());
            if (matcher.find()) {
                reader.take(Long.parseLong(matcher.group(1)), matcher.group(2), matcher.group(3));
            }
        }
        return new Remains(source, image, reader.finish(), null);
    }

    private void take(long number, String offset, String hex) {
        if (offset.equals(RecordLines.SUM)) {
            end(number, hex);
            return;
        }
        int at = Integer.parseInt(offset, 16);
        if (at % RecordLines.PIECE != 0 || at >= DeathRecord.SIZE || hex.length() != RecordLines.PIECE * 2) {
            throw damaged(number, "has a line for offset " + offset + " with " + hex.length() + " digits");
        }
        byte[] record = begun.computeIfAbsent(number, each -> new byte[DeathRecord.SIZE]);
        System.arraycopy(HexFormat.of().parseHex(hex), 0, record, at, RecordLines.PIECE);
        known.merge(number, 1 << at / RecordLines.PIECE, (left, right) -> left | right);
    }

    private void end(long number, String sum) {
        byte[] record = begun.remove(number);
        int pieces = known.containsKey(number) ? known.remove(number) : 0;
        if (record == null || pieces != -1) {
            throw damaged(number, "lacks " + (RecordLines.COUNT - 1 - Integer.bitCount(pieces)) + " of " + (RecordLines.COUNT - 1) + " lines");
        }
        String actual = HexFormat.of().toHexDigits(RecordLines.sum(0, ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN)));
        if (!actual.equals(sum)) {
            throw damaged(number, "has checksum " + actual + ", its last line says " + sum);
        }
        try {
            complete.put(number, new DeathView(record));
        } catch (IllegalArgumentException e) {
            throw UserProblem.failure(source + ": record " + number + " is no death record: " + e.getMessage(), e);
        }
    }

    private UserProblem damaged(long number, String how) {
        return UserProblem.failure(source + ": record " + number + " is damaged: it " + how + "; have the console print it again with dump " + number);
    }

    private List<Remains.Death> finish() {
        if (!begun.isEmpty()) {
            throw damaged(begun.keySet().iterator().next(), "has no last line with a checksum");
        }
        if (complete.isEmpty()) {
            throw UserProblem.failure(source + " holds no death record: save what the console's command dump NUMBER prints, or name a disk image");
        }
        List<Remains.Death> deaths = new ArrayList<>();
        complete.forEach((number, view) -> deaths.add(new Remains.Death(number, view)));
        return deaths;
    }
}
