package org.bulkhead.builder.campaign;

import java.util.HexFormat;

/**
 * What was changed.
 *
 * @param place an instruction, an address, a register
 * @param before what was there
 * @param after what is there now
 */
record Injection(String place, String before, String after) {
    /** Nothing was changed, since what was to be changed did not turn up. */
    static final Injection NONE = new Injection("-", "-", "-");

    static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
