package org.bulkhead.isolate.manifest;

import java.util.List;

/**
 * Everything that the supervisor has to know of an isolate, checked by the builder; immutable.
 *
 * <p>Handles land in the isolate's table in this order, from index 1 on: its own queue, the services it uses, the services it sends to, interrupts, ports, windows; last, if its PCI function
 * was found, that one's interrupt and what it uses of it.
 */
public final class Manifest {
    /** Most programs of an image: each has a notification bit by which the supervisor learns of its death, and others are needed for timers. */
    public static final int PROGRAM_LIMIT = 31;
    /** Slots that each client has for itself in the queue of a service. */
    public static final int CREDITS = 2;

    private final int program;
    private final String name;
    private final String className;
    private Rank rank = Rank.PROGRAM;
    private StartMode start = StartMode.BOOT;
    private boolean serves;
    private boolean supervises;
    private String protocol = "";
    private List<String> services = List.of();
    private List<String> sendsTo = List.of();
    private List<Integer> interrupts = List.of();
    private List<PortGrant> ports = List.of();
    private List<WindowGrant> windows = List.of();
    private PciClaim pci;
    private int heapBytes;
    private int cpuPercent;
    private int queueSlots;
    private int requestMillis;
    private int runMillis;
    private RestartPolicy restartPolicy = RestartPolicy.PERMANENT;
    private int burst;
    private int sustained;

    private Manifest(int program, String name, String className) {
        this.program = program;
        this.name = name;
        this.className = className;
    }

    /** Makes manifests, one at a time. */
    public static final class Builder {
        private final Manifest made;

        /** Begins the manifest of program number {@code program}. */
        public Builder(int program, String name, String className) {
            made = new Manifest(program, name, className);
        }

        public Builder rank(Rank rank) {
            made.rank = rank;
            return this;
        }

        public Builder start(StartMode start) {
            made.start = start;
            return this;
        }

        /** Lets it serve the protocol with that simple class name. */
        public Builder serves(String protocol) {
            made.serves = true;
            made.protocol = protocol;
            return this;
        }

        public Builder supervises() {
            made.supervises = true;
            return this;
        }

        public Builder usesService(String service) {
            made.services = appended(made.services, service);
            return this;
        }

        public Builder sendsTo(String service) {
            made.sendsTo = appended(made.sendsTo, service);
            return this;
        }

        public Builder interrupt(int line) {
            made.interrupts = appended(made.interrupts, line);
            return this;
        }

        public Builder ports(String name, int first, int count) {
            made.ports = appended(made.ports, new PortGrant(name, first, count));
            return this;
        }

        public Builder window(String name, long first, int bytes) {
            made.windows = appended(made.windows, new WindowGrant(name, first, bytes));
            return this;
        }

        /** Lets it drive a PCI function; what it uses of it follows by {@link #bar}. */
        public Builder pci(String name, int vendor, int device, int classCode, boolean interrupt, boolean optional) {
            made.pci = new PciClaim(name, vendor, device, classCode, interrupt, optional, List.of());
            return this;
        }

        /** Adds to what it uses of its PCI function. */
        public Builder bar(String name, int bar, BarKind kind, int offset, int bytes) {
            made.pci = made.pci.with(new BarGrant(name, bar, kind, offset, bytes));
            return this;
        }

        public Builder heapBytes(int bytes) {
            made.heapBytes = bytes;
            return this;
        }

        public Builder cpuPercent(int percent) {
            made.cpuPercent = percent;
            return this;
        }

        public Builder queueSlots(int slots) {
            made.queueSlots = slots;
            return this;
        }

        public Builder requestMillis(int millis) {
            made.requestMillis = millis;
            return this;
        }

        public Builder runMillis(int millis) {
            made.runMillis = millis;
            return this;
        }

        public Builder restarts(RestartPolicy policy, int burst, int sustained) {
            made.restartPolicy = policy;
            made.burst = burst;
            made.sustained = sustained;
            return this;
        }

        /** Returns the finished manifest; the builder is of no more use. */
        public Manifest build() {
            return made;
        }

        @SuppressWarnings("unchecked")
        static <T> List<T> appended(List<T> list, T last) {
            Object[] all = new Object[list.size() + 1];
            for (int i = 0; i < list.size(); i++) {
                all[i] = list.get(i);
            }
            all[list.size()] = last;
            return (List<T>) List.of(all);
        }
    }

    /** Returns the number by which the image knows the program; 0 is the supervisor. */
    public int program() {
        return program;
    }

    public String name() {
        return name;
    }

    /** Returns the name of the program's class, with dots. */
    public String className() {
        return className;
    }

    public Rank rank() {
        return rank;
    }

    public StartMode start() {
        return start;
    }

    /** Returns whether it serves a queue under its name. */
    public boolean serves() {
        return serves;
    }

    /** Returns the simple name of the protocol that it serves, empty if none. */
    public String protocol() {
        return protocol;
    }

    public boolean supervises() {
        return supervises;
    }

    /** Returns the names of the services that it calls. */
    public List<String> services() {
        return services;
    }

    /** Returns the names of the services that it only sends to. */
    public List<String> sendsTo() {
        return sendsTo;
    }

    public List<Integer> interrupts() {
        return interrupts;
    }

    public List<PortGrant> ports() {
        return ports;
    }

    public List<WindowGrant> windows() {
        return windows;
    }

    /** Returns the PCI function that it drives, or null. */
    public PciClaim pci() {
        return pci;
    }

    /** Returns the heap limit in bytes, raw memory included; a multiple of a page. */
    public int heapBytes() {
        return heapBytes;
    }

    public int cpuPercent() {
        return cpuPercent;
    }

    public int queueSlots() {
        return queueSlots;
    }

    /** Returns the longest service of a request in milliseconds, 0 for no limit. */
    public int requestMillis() {
        return requestMillis;
    }

    /** Returns the longest run without receiving in milliseconds, 0 for no limit. */
    public int runMillis() {
        return runMillis;
    }

    public RestartPolicy restartPolicy() {
        return restartPolicy;
    }

    /** Returns the number of restarts within 5 seconds that are done at once. */
    public int burst() {
        return burst;
    }

    /** Returns the number of restarts within 10 minutes after which it is given up. */
    public int sustained() {
        return sustained;
    }

    /** Returns the index of the queue of a service among the handles of the isolate, or 0 if the manifest does not name it. */
    public int serviceHandle(String service) {
        int index = firstService();
        for (String each : services) {
            if (each.equals(service)) {
                return index;
            }
            index++;
        }
        for (String each : sendsTo) {
            if (each.equals(service)) {
                return index;
            }
            index++;
        }
        return 0;
    }

    /** Returns the index of an interrupt line among the handles of the isolate, or 0 if the manifest does not name it. */
    public int interruptHandle(int line) {
        int position = interrupts.indexOf(line);
        return position < 0 ? 0 : firstService() + services.size() + sendsTo.size() + position;
    }

    /** Returns the index of a window among the handles of the isolate, or 0 if the manifest names none of that name. */
    public int windowHandle(String name) {
        int index = firstPciHandle() - windows.size();
        for (WindowGrant each : windows) {
            if (each.name().equals(name)) {
                return index;
            }
            index++;
        }
        return 0;
    }

    /** Returns the index of the first handle that belongs to its PCI function: the interrupt if it is used, or the first base address register. */
    public int firstPciHandle() {
        return firstService() + services.size() + sendsTo.size() + interrupts.size() + ports.size() + windows.size();
    }

    private int firstService() {
        return serves ? 2 : 1;
    }

    /** Returns the rights in one line: {@code ports 0x1f0-0x1f7 interrupt 14 serves BlockDevice uses uart0 …}. */
    public String rights() {
        StringBuilder text = new StringBuilder();
        for (PortGrant each : ports) {
            text.append(" ports 0x").append(Integer.toHexString(each.first())).append("-0x").append(Integer.toHexString(each.first() + each.count() - 1));
        }
        for (WindowGrant each : windows) {
            text.append(" window 0x").append(Long.toHexString(each.first())).append("-0x").append(Long.toHexString(each.first() + each.bytes() - 1));
        }
        for (Integer line : interrupts) {
            text.append(" interrupt ").append(line.intValue());
        }
        if (pci != null) {
            text.append(" pci ").append(pci.wanted());
        }
        if (serves) {
            text.append(" serves ").append(protocol);
        }
        for (String each : services) {
            text.append(" calls ").append(each);
        }
        for (String each : sendsTo) {
            text.append(" sends to ").append(each);
        }
        if (supervises) {
            text.append(" supervises");
        }
        return text.append(" heap ").append(heapBytes / 1024).append("K cpu ").append(cpuPercent).append('%').substring(1);
    }
}
