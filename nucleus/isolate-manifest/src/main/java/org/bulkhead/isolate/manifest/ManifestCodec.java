package org.bulkhead.isolate.manifest;

import java.nio.charset.StandardCharsets;

/**
 * Manifests as bytes, which travel from whoever loads a program to the supervisor, and lie in its ledger.
 *
 * <pre>
 * "BHMF", u8 version of the layout, then in this order: name, class name, rank, start, serves (u8), protocol, supervises, loads modules, services, services sent to, interrupts, ports, windows,
 * PCI function (u8: whether there is one), limits, restarts, names complained about, version of, keeps memory, updatable
 * </pre>
 * Numbers are little-endian, 32 bits unless said otherwise, enums and booleans a byte; a text is its length (u8) and UTF-8, a list its length (u8) and its elements. The program's number is not in them: whoever
 * reads them gives one. What is read is checked: every list and text has a bound, every number the range that the annotations allow, and nothing follows the end.
 */
public final class ManifestCodec {
    private static final byte[] MAGIC = "BHMF".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;

    private ManifestCodec() {}

    /**
     * {@return the bytes of a manifest}
     *
     * @param manifest what to write
     * @throws IllegalArgumentException if a text or list of it has more than 255 bytes or elements, which no manifest has that was read from annotations
     */
    public static byte[] encode(Manifest manifest) {
        ManifestWriter writer = new ManifestWriter();
        writer.raw(MAGIC);
        writer.number8(VERSION);
        writer.text(manifest.name());
        writer.text(manifest.className());
        writer.constant(manifest.rank());
        writer.constant(manifest.start());
        writer.flag(manifest.serves());
        writer.text(manifest.protocol());
        writer.flag(manifest.supervises());
        writer.flag(manifest.loadsModules());
        writer.texts(manifest.services());
        writer.texts(manifest.sendsTo());
        writer.list(manifest.interrupts(), writer::number8);
        writer.list(manifest.ports(), each -> {
            writer.text(each.name());
            writer.number32(each.first());
            writer.number32(each.count());
        });
        writer.list(manifest.windows(), each -> {
            writer.text(each.name());
            writer.number64(each.first());
            writer.number32(each.bytes());
        });
        writer.flag(manifest.pci() != null);
        if (manifest.pci() != null) {
            encode(writer, manifest.pci());
        }
        encodeLimits(writer, manifest);
        writer.constant(manifest.restartPolicy());
        writer.number8(manifest.burst());
        writer.number8(manifest.sustained());
        writer.text(manifest.group());
        writer.constant(manifest.strategy());
        writer.constant(manifest.exhausted());
        writer.text(manifest.recovery());
        writer.texts(manifest.complainsAbout());
        writer.text(manifest.versionOf());
        writer.flag(manifest.keepsMemory());
        writer.flag(manifest.updatable());
        return writer.bytes();
    }

    private static void encode(ManifestWriter writer, PciClaim claim) {
        writer.text(claim.name());
        writer.number32(claim.vendor());
        writer.number32(claim.device());
        writer.number32(claim.classCode());
        writer.flag(claim.interrupt());
        writer.flag(claim.optional());
        writer.list(claim.bars(), each -> {
            writer.text(each.name());
            writer.number8(each.bar());
            writer.constant(each.kind());
            writer.number32(each.offset());
            writer.number32(each.bytes());
        });
    }

    private static void encodeLimits(ManifestWriter writer, Manifest manifest) {
        writer.number32(manifest.heapBytes());
        writer.number8(manifest.cpuPercent());
        writer.number32(manifest.queueSlots());
        writer.number32(manifest.requestMillis());
        writer.number32(manifest.runMillis());
        writer.number32(manifest.queuedMillis());
        writer.number32(manifest.heartbeatMillis());
        writer.number32(manifest.stateBytes());
    }

    /**
     * {@return the manifest that {@code bytes} are}
     *
     * @param program the number that it gets
     * @param bytes what to read, from anybody
     * @throws ManifestFormatException if they are none: it says at which byte, and what is wrong
     */
    public static Manifest decode(int program, byte[] bytes) throws ManifestFormatException {
        return decode(program, bytes, null, null);
    }

    /**
     * {@return the manifest that {@code bytes} are, as a version of a component}
     *
     * @param program the number that it gets
     * @param bytes what to read, from anybody
     * @param name the name that it gets
     * @param component of which it is a version
     * @throws ManifestFormatException if they are none: it says at which byte, and what is wrong
     */
    public static Manifest decodeVersion(int program, byte[] bytes, String name, String component) throws ManifestFormatException {
        return decode(program, bytes, name, component);
    }

    private static Manifest decode(int program, byte[] bytes, String newName, String component) throws ManifestFormatException {
        ManifestParser parser = new ManifestParser(bytes);
        parser.expect(MAGIC, VERSION);
        String name = parser.name("name");
        Manifest.Builder builder = new Manifest.Builder(program, newName == null ? name : newName, parser.text("class name"));
        builder.rank(parser.constant("rank", Rank.values())).start(parser.constant("start", StartMode.values()));
        boolean serves = parser.flag("serves");
        String protocol = parser.text("protocol");
        if (serves) {
            builder.serves(protocol);
        }
        if (parser.flag("supervises")) {
            builder.supervises();
        }
        if (parser.flag("loads modules")) {
            builder.loadsModules();
        }
        parser.list("services", () -> builder.usesService(parser.name("service")));
        parser.list("services sent to", () -> builder.sendsTo(parser.name("service")));
        parser.list("interrupts", () -> builder.interrupt(parser.number8("interrupt", 0, ManifestParser.LINE_LIMIT)));
        parser.list("ports", () -> decodePorts(parser, builder));
        parser.list("windows", () -> decodeWindow(parser, builder));
        if (parser.flag("PCI function")) {
            decodePci(parser, builder);
        }
        decodeLimits(parser, builder);
        builder.restarts(parser.constant("restart policy", RestartPolicy.values()), parser.number8("burst", 0, ManifestParser.RESTART_LIMIT), parser.number8("sustained", 0, ManifestParser.RESTART_LIMIT));
        builder.group(parser.optionalName("group"), parser.constant("strategy", RestartStrategy.values())).exhausted(parser.constant("exhausted", Exhausted.values()));
        builder.recovery(parser.optionalName("recovery program"));
        parser.list("names complained about", () -> builder.complainsAbout(parser.name("name complained about")));
        String versionOf = parser.optionalName("version of");
        builder.versionOf(component == null ? versionOf : component);
        if (parser.flag("keeps memory")) {
            builder.keepsMemory();
        }
        if (parser.flag("updatable")) {
            builder.updatable();
        }
        parser.end();
        return builder.build();
    }

    private static void decodePorts(ManifestParser parser, Manifest.Builder builder) throws ManifestFormatException {
        String name = parser.text("ports");
        int first = parser.number32("first port", 0, ManifestParser.PORT_LIMIT);
        builder.ports(name, first, parser.number32("number of ports", 1, ManifestParser.PORT_LIMIT + 1 - first));
    }

    private static void decodeWindow(ManifestParser parser, Manifest.Builder builder) throws ManifestFormatException {
        String name = parser.text("window");
        long first = parser.number64("address of a window", 0, ManifestParser.ADDRESS_LIMIT);
        builder.window(name, first, parser.number32("bytes of a window", 1, WindowGrant.BYTES_LIMIT));
    }

    private static void decodePci(ManifestParser parser, Manifest.Builder builder) throws ManifestFormatException {
        String name = parser.text("PCI function");
        int vendor = parser.number32("vendor");
        int device = parser.number32("device");
        int classCode = parser.number32("class code");
        boolean interrupt = parser.flag("interrupt of the PCI function");
        builder.pci(name, vendor, device, classCode, interrupt, parser.flag("optional PCI function"));
        parser.list("base address registers", () -> {
            String bar = parser.text("base address register");
            int number = parser.number8("number of a base address register", 0, ManifestParser.BAR_LIMIT);
            BarKind kind = parser.constant("kind of a base address register", BarKind.values());
            int offset = parser.number32("offset", 0, Integer.MAX_VALUE);
            builder.bar(bar, number, kind, offset, parser.number32("bytes of a base address register", 1, Integer.MAX_VALUE));
        });
    }

    private static void decodeLimits(ManifestParser parser, Manifest.Builder builder) throws ManifestFormatException {
        builder.heapBytes(parser.pages("heap", ManifestParser.HEAP_MIN, ManifestParser.HEAP_MAX))
            .cpuPercent(parser.number8("cpu", 1, ManifestParser.PERCENT_LIMIT))
            .queueSlots(parser.number32("queue", ManifestParser.SLOTS_MIN, ManifestParser.SLOTS_MAX))
            .requestMillis(parser.number32("request", 0, Integer.MAX_VALUE))
            .runMillis(parser.number32("run", 0, Integer.MAX_VALUE))
            .queuedMillis(parser.number32("queued", 0, Integer.MAX_VALUE))
            .heartbeatMillis(parser.number32("heartbeat", 0, Integer.MAX_VALUE))
            .stateBytes(parser.number32("state", 0, Integer.MAX_VALUE));
    }
}
