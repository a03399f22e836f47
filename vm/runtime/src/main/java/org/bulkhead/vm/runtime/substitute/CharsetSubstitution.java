package org.bulkhead.vm.runtime.substitute;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.nio.charset.spi.CharsetProvider;

/** Six charsets, found by name in a fixed list. */
@Substitutes("java.nio.charset.Charset")
final class CharsetSubstitution {
    private CharsetSubstitution() {}

    @Alias private String name;
    @Alias private String[] aliases;

    @Alias
    private static native void checkName(String name);

    private boolean isNamed(String wanted) {
        if (name.equalsIgnoreCase(wanted)) {
            return true;
        }
        for (String alias : aliases) {
            if (alias.equalsIgnoreCase(wanted)) {
                return true;
            }
        }
        return false;
    }

    @Replace(reason = "no service providers; the six charsets that every Java has")
    private static Charset lookup(String wanted) {
        if (wanted == null) {
            throw new IllegalArgumentException("Null charset name");
        }
        Charset[] all = {StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII, StandardCharsets.UTF_16, StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_16LE};
        for (Charset each : all) {
            if (((CharsetSubstitution) (Object) each).isNamed(wanted)) {
                return each;
            }
        }
        checkName(wanted);
        return null;
    }

    @Replace(reason = "no service providers")
    private static Iterator<CharsetProvider> providers() {
        return null;
    }

    @Replace(reason = "not set by the environment")
    public static Charset defaultCharset() {
        return StandardCharsets.UTF_8;
    }
}
