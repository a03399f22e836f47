package org.bulkhead.boot.testkit;

import java.util.List;
import java.util.regex.Pattern;
import org.bulkhead.nucleus.abi.DeathReason;

/**
 * The death of an isolate as the nucleus of a booted system has reported it.
 *
 * @param name of the isolate
 * @param incarnation that died, 0 for the first
 * @param reason why
 * @param detail what the reason says it is: an exit status, an address
 * @param address of the instruction, for {@code bulkhead inspect --address}
 */
public record BootDeath(String name, int incarnation, DeathReason reason, long detail, long address) {
    private static final Pattern LINE = Pattern.compile("(?m)^nucleus: (\\S+) incarnation (\\d+) died: ([A-Z_]+), detail 0x([0-9a-f]+), at 0x([0-9a-f]+)$");
    private static final int HEX = 16;

    /** Returns the deaths in what the nucleus's log has, in order. */
    static List<BootDeath> in(String log) {
        return LINE.matcher(log).results().map(each -> new BootDeath(each.group(1), Integer.parseInt(each.group(2)), DeathReason.valueOf(each.group(3)),
            Long.parseUnsignedLong(each.group(4), HEX), Long.parseUnsignedLong(each.group(5), HEX))).toList();
    }
}
