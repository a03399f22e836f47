package org.bulkhead.isolate.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bulkhead.isolate.PortAccess;
import org.bulkhead.vm.magic.Address;

/**
 * I/O ports that expect exactly what a test says, and answer as it says: for a device whose model would say no more than that.
 *
 * <pre>
 * ScriptedPorts ports = ScriptedPorts.inOrder()
 *     .write(0x3F9, 0x0F)
 *     .read(0x3FD, 0x60)
 *     .then(line::pulse);
 * kit.start(UartDriver.class, ports);
 * </pre>
 *
 * <p>An access that is not expected fails the test, and shows what was expected, what came, and what had come before. The testkit that it is attached to fails the test in the end if something expected
 * has not come. Expectations may be added at any time.
 */
public final class ScriptedPorts implements PortAccess {
    private static final int HISTORY = 10;
    private static final int BYTE = 0xFF;
    private static final int SHORT = 0xFFFF;

    private enum Order { STRICT, ANY }

    private enum Width {
        BYTE("", ScriptedPorts.BYTE),
        SHORT(" (16 bits)", ScriptedPorts.SHORT),
        INT(" (32 bits)", -1);

        private final String text;
        private final int mask;

        Width(String text, int mask) {
            this.text = text;
            this.mask = mask;
        }
    }

    private enum Direction { READ, WRITE }

    private record Access(Direction direction, Width width, int port, int value) {
        boolean isAnsweredBy(Access expected) {
            boolean sameValue = direction == Direction.READ || value == expected.value;
            return direction == expected.direction && width == expected.width && port == expected.port && sameValue;
        }

        @Override
        public String toString() {
            String place = String.format(Locale.ROOT, "0x%X", port);
            String what = String.format(Locale.ROOT, "0x%02X", value);
            return (direction == Direction.READ ? "read " + place + " \u2192 " + what : "write " + place + " \u2190 " + what) + width.text;
        }
    }

    /** Either an access, or something to do as soon as all before it has come. */
    private record Step(Access access, Runnable action) {}

    private final Order order;
    private final List<Step> steps = new ArrayList<>();
    private final List<String> history = new ArrayList<>();

    private ScriptedPorts(Order order) {
        this.order = order;
    }

    /** {@return ports that expect accesses in the order in which they are described} */
    public static ScriptedPorts inOrder() {
        return new ScriptedPorts(Order.STRICT);
    }

    /** {@return ports that expect accesses in any order; those of the same port in the order in which they are described} */
    public static ScriptedPorts inAnyOrder() {
        return new ScriptedPorts(Order.ANY);
    }

    private ScriptedPorts add(Direction direction, Width width, int port, int value) {
        steps.add(new Step(new Access(direction, width, port, value & width.mask), null));
        return this;
    }

    /**
     * Expects that a byte is read from a port, and answers {@code value}.
     *
     * @param port number of the port, 0 to 0xFFFF
     * @param value the byte
     * @return this script
     */
    public ScriptedPorts read(int port, int value) {
        return add(Direction.READ, Width.BYTE, port, value);
    }

    /**
     * Expects that a byte is read from a port {@code times} times, and answers {@code value} each time.
     *
     * @param port number of the port, 0 to 0xFFFF
     * @param value the byte
     * @param times how often, 0 or more
     * @return this script
     */
    public ScriptedPorts read(int port, int value, int times) {
        for (int i = 0; i < times; i++) {
            read(port, value);
        }
        return this;
    }

    /**
     * Expects that the byte {@code value} is written to a port.
     *
     * @param port number of the port, 0 to 0xFFFF
     * @param value the byte
     * @return this script
     */
    public ScriptedPorts write(int port, int value) {
        return add(Direction.WRITE, Width.BYTE, port, value);
    }

    /**
     * Expects that 16-bit values are read from a port, and answers {@code values}.
     *
     * @param port number of the port, 0 to 0xFFFF
     * @param values 16 bits of each, one access for each
     * @return this script
     */
    public ScriptedPorts readShorts(int port, int... values) {
        for (int each : values) {
            add(Direction.READ, Width.SHORT, port, each);
        }
        return this;
    }

    /**
     * Expects that the 16-bit values {@code values} are written to a port.
     *
     * @param port number of the port, 0 to 0xFFFF
     * @param values 16 bits of each, one access for each
     * @return this script
     */
    public ScriptedPorts writeShorts(int port, int... values) {
        for (int each : values) {
            add(Direction.WRITE, Width.SHORT, port, each);
        }
        return this;
    }

    /**
     * Expects that 32 bits are read from a port, and answers {@code value}.
     *
     * @param port number of the port, 0 to 0xFFFF
     * @param value the 32 bits
     * @return this script
     */
    public ScriptedPorts readInt(int port, int value) {
        return add(Direction.READ, Width.INT, port, value);
    }

    /**
     * Expects that the 32 bits {@code value} are written to a port.
     *
     * @param port number of the port, 0 to 0xFFFF
     * @param value the 32 bits
     * @return this script
     */
    public ScriptedPorts writeInt(int port, int value) {
        return add(Direction.WRITE, Width.INT, port, value);
    }

    /**
     * Does something as soon as everything described before has come: an interrupt, for example. In order only.
     *
     * @param action done on the thread that made the last of those accesses
     * @return this script
     */
    public ScriptedPorts then(Runnable action) {
        if (order == Order.ANY) {
            throw new IllegalStateException("where order does not matter, nothing comes after anything: use ScriptedPorts.inOrder()");
        }
        steps.add(new Step(null, action));
        return this;
    }

    /** Throws AssertionError if something that was expected has not come. */
    public void verify() {
        List<String> missing = steps.stream().filter(each -> each.access != null).map(each -> each.access.toString()).toList();
        if (!missing.isEmpty()) {
            throw new AssertionError(missing.size() + " expected port accesses have not come, the first of them: " + missing.get(0) + past());
        }
    }

    private String past() {
        if (history.isEmpty()) {
            return "\n  nothing had come before";
        }
        int first = Math.max(0, history.size() - HISTORY);
        StringBuilder text = new StringBuilder("\n  what had come before (").append(history.size()).append("):");
        for (String each : history.subList(first, history.size())) {
            text.append("\n    ").append(each);
        }
        return text.toString();
    }

    private int access(Direction direction, Width width, int port, int value) {
        Access came = new Access(direction, width, port, value & width.mask);
        int index = find(came);
        Access expected = steps.remove(index).access;
        history.add(expected.toString());
        while (!steps.isEmpty() && steps.get(0).access == null) {
            steps.remove(0).action.run();
        }
        return expected.value;
    }

    private int find(Access came) {
        for (int i = 0; i < steps.size(); i++) {
            Access expected = steps.get(i).access;
            if (came.isAnsweredBy(expected)) {
                return i;
            }
            if (order == Order.STRICT || expected.port == came.port && expected.direction == came.direction) {
                break;
            }
        }
        throw new AssertionError("unexpected port access\n  came:     " + described(came) + "\n  expected: " + wanted(came) + past());
    }

    private static String described(Access came) {
        return came.direction == Direction.WRITE ? came.toString() : String.format(Locale.ROOT, "read 0x%X", came.port) + came.width.text;
    }

    private String wanted(Access came) {
        if (steps.isEmpty()) {
            return "nothing more";
        }
        return steps.stream().map(Step::access).filter(each -> order == Order.STRICT || each.port == came.port).findFirst().map(Access::toString)
            .orElse("nothing at this port");
    }

    @Override
    public int inByte(int port) {
        return access(Direction.READ, Width.BYTE, port, 0);
    }

    @Override
    public void outByte(int port, int value) {
        access(Direction.WRITE, Width.BYTE, port, value);
    }

    @Override
    public int inInt(int port) {
        return access(Direction.READ, Width.INT, port, 0);
    }

    @Override
    public void outInt(int port, int value) {
        access(Direction.WRITE, Width.INT, port, value);
    }

    @Override
    public void inShorts(int port, Address to, int count) {
        for (int i = 0; i < count; i++) {
            to.storeShort((short) access(Direction.READ, Width.SHORT, port, 0), i * Short.BYTES);
        }
    }

    @Override
    public void outShorts(int port, Address from, int count) {
        for (int i = 0; i < count; i++) {
            access(Direction.WRITE, Width.SHORT, port, from.loadShort(i * Short.BYTES));
        }
    }

    @Override
    public String toString() {
        return "a script";
    }
}
