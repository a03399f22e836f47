package org.bulkhead.builder.manifest;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.bulkhead.isolate.manifest.BarGrant;
import org.bulkhead.isolate.manifest.BarKind;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.UsesPci;

/** Reads {@code @UsesPci}. Each method throws IllegalArgumentException with what is wrong and what would be right. */
final class PciReader {
    private static final int NUMBER_MAX = 0xFFFF;
    private static final int BARS = 6;
    private static final int PAGE = 4096;
    private static final int PORTS_MAX = 256;
    private static final int WINDOW_MAX = 64 << 20;
    private static final int BUFFER_MAX = 64 << 10;

    private final Declaration declaration;

    PciReader(Declaration declaration) {
        this.declaration = declaration;
    }

    void read(Manifest.Builder builder) {
        int vendor = number("vendor");
        int device = number("device");
        int classCode = number("classCode");
        if (classCode == UsesPci.ANY && (vendor == UsesPci.ANY || device == UsesPci.ANY)) {
            throw new IllegalArgumentException("it fits too much: give vendor and device, or classCode");
        }
        builder.pci(declaration.text("name"), vendor, device, classCode, declaration.flag("interrupt"), declaration.flag("optional"));
        if (declaration.list("bars").isEmpty()) {
            throw new IllegalArgumentException("it uses nothing of the function: name at least one of its base address registers in bars");
        }
        Set<String> names = new HashSet<>();
        for (Object each : declaration.list("bars")) {
            BarGrant bar = bar(declaration.nested(each));
            if (!names.add(bar.name())) {
                throw new IllegalArgumentException("two of its bars are named \"" + bar.name() + "\": rename one");
            }
            builder.bar(bar.name(), bar.bar(), bar.kind(), bar.offset(), bar.bytes());
        }
    }

    private int number(String element) {
        int value = declaration.number(element);
        if (value != UsesPci.ANY && (value < 0 || value > NUMBER_MAX)) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "%s is 0x%x: use 0 to 0xffff", element, value));
        }
        return value;
    }

    private static BarGrant bar(Declaration declaration) {
        BarGrant bar = new BarGrant(declaration.text("name"), declaration.number("bar"), declaration.constant("kind", BarKind.class), declaration.number("offset"),
            declaration.number("bytes"));
        if (bar.bar() < 0 || bar.bar() >= BARS) {
            throw new IllegalArgumentException("bar " + bar.bar() + " does not exist: they are 0 to " + (BARS - 1));
        }
        switch (bar.kind()) {
            case PORTS -> check(bar, PORTS_MAX, 1);
            case MEMORY -> check(bar, WINDOW_MAX, PAGE);
            case DMA -> check(bar, BUFFER_MAX, PAGE);
        }
        return bar;
    }

    private static void check(BarGrant bar, int most, int unit) {
        if (bar.bytes() < 1 || bar.bytes() > most || bar.bytes() % unit != 0) {
            throw new IllegalArgumentException("bytes of the bar \"" + bar.name() + "\" are " + bar.bytes() + ": use a multiple of " + unit + " up to " + most);
        }
        boolean aligned = bar.kind() != BarKind.MEMORY || bar.offset() % unit == 0;
        if (bar.offset() < 0 || !aligned) {
            throw new IllegalArgumentException("offset of the bar \"" + bar.name() + "\" is " + bar.offset() + ": use 0 or more"
                + (aligned ? "" : ", a multiple of " + unit));
        }
    }
}
