package org.bulkhead.isolate.manifest.rules;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.bulkhead.isolate.manifest.BarGrant;
import org.bulkhead.isolate.manifest.BarKind;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.UsesPci;
import org.bulkhead.isolate.manifest.WindowGrant;

/** Reads {@code @UsesPci}. */
final class PciReader {
    private static final int NUMBER_MAX = 0xFFFF;
    private static final int BARS = 6;
    private static final int PAGE = 4096;
    private static final int PORTS_MAX = 256;
    private static final int WINDOW_MAX = WindowGrant.BYTES_LIMIT;
    private static final int BUFFER_MAX = 64 << 10;

    private final Declaration declaration;
    private final BiConsumer<Place, String> errors;
    private final Rights rights;

    /** Takes the rights that are found. */
    interface Rights {
        void add(RightKind kind, Object name, Place place);
    }

    PciReader(Declaration declaration, BiConsumer<Place, String> errors, Rights rights) {
        this.declaration = declaration;
        this.errors = errors;
        this.rights = rights;
    }

    void read(Manifest.Builder builder) {
        int vendor = number("vendor");
        int device = number("device");
        int classCode = number("classCode");
        if (classCode == UsesPci.ANY && (vendor == UsesPci.ANY || device == UsesPci.ANY)) {
            errors.accept(declaration.place(), "@UsesPci fits too much: give vendor and device, or classCode");
        }
        builder.pci(declaration.text("name"), vendor, device, classCode, declaration.flag("interrupt"), declaration.flag("optional"));
        if (declaration.list("bars").isEmpty()) {
            errors.accept(declaration.place("bars"), "@UsesPci uses nothing of the function: name at least one of its base address registers in bars");
        }
        Map<String, Place> names = new HashMap<>();
        for (Declaration.Value each : declaration.list("bars")) {
            Place place = each.declaration().place();
            BarGrant bar = bar(each.declaration());
            Place other = names.putIfAbsent(bar.name(), place);
            if (other != null) {
                errors.accept(place, "two bars are named \"" + bar.name() + "\" (" + other + "): rename one");
            } else {
                rights.add(kind(bar.kind()), bar.name(), place);
            }
            builder.bar(bar.name(), bar.bar(), bar.kind(), bar.offset(), bar.bytes());
        }
        if (declaration.flag("interrupt")) {
            rights.add(RightKind.PCI_INTERRUPT, "", declaration.place("interrupt"));
        }
    }

    private static RightKind kind(BarKind kind) {
        return switch (kind) {
            case PORTS -> RightKind.PCI_PORTS;
            case MEMORY -> RightKind.PCI_MEMORY;
            case DMA -> RightKind.PCI_DMA;
        };
    }

    private int number(String element) {
        int value = declaration.number(element);
        if (value != UsesPci.ANY && (value < 0 || value > NUMBER_MAX)) {
            errors.accept(declaration.place(element), String.format(Locale.ROOT, "%s is 0x%x: use 0 to 0xffff", element, value));
        }
        return value;
    }

    private BarGrant bar(Declaration bar) {
        BarGrant grant = new BarGrant(bar.text("name"), bar.number("bar"), bar.constant("kind", BarKind.class), bar.number("offset"), bar.number("bytes"));
        if (grant.bar() < 0 || grant.bar() >= BARS) {
            errors.accept(bar.place("bar"), "bar " + grant.bar() + " does not exist: they are 0 to " + (BARS - 1));
        }
        switch (grant.kind()) {
            case PORTS -> check(bar, grant, PORTS_MAX, 1);
            case MEMORY -> check(bar, grant, WINDOW_MAX, PAGE);
            case DMA -> check(bar, grant, BUFFER_MAX, PAGE);
        }
        return grant;
    }

    private void check(Declaration bar, BarGrant grant, int most, int unit) {
        if (grant.bytes() < 1 || grant.bytes() > most || grant.bytes() % unit != 0) {
            errors.accept(bar.place("bytes"), "bytes of the bar \"" + grant.name() + "\" are " + grant.bytes() + ": use a multiple of " + unit + " up to " + most);
        }
        boolean aligned = grant.kind() != BarKind.MEMORY || grant.offset() % unit == 0;
        if (grant.offset() < 0 || !aligned) {
            errors.accept(bar.place("offset"), "offset of the bar \"" + grant.name() + "\" is " + grant.offset() + ": use 0 or more"
                + (aligned ? "" : ", a multiple of " + unit));
        }
    }
}
