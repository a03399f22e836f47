package org.bulkhead.isolate.manifest;

import java.util.List;

/**
 * Everything that the supervisor has to know of an isolate, checked by the builder; immutable.
 *
 * <p>Handles land in the isolate's table in this order, from index 1 on: its own queue, the services it uses, the services it sends to, interrupts, ports, windows, kept memory, the one
 * by which it reports to the supervisor; last, if its PCI function
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
    private boolean loadsModules;
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
    private String group = "";
    private RestartStrategy strategy = RestartStrategy.ONE;
    private Exhausted exhausted = Exhausted.TOMBSTONE;
    private String recovery = "";
    private List<String> complainsAbout = List.of();
    private String versionOf = "";
    private boolean keepsMemory;
    private boolean updatable;
    private int queuedMillis;
    private int heartbeatMillis;
    private int stateBytes;

    private Manifest(int program, String name, String className) {
        this.program = program;
        this.name = name;
        this.className = className;
    }

    /** Makes manifests, one at a time. */
    public static final class Builder {
        private final Manifest made;

        /**
         * Begins the manifest of program number {@code program}.
         *
         * @param program number of the program, 0 to {@link #PROGRAM_LIMIT} - 1
         * @param name of the isolate
         * @param className name of its class, with dots
         */
        public Builder(int program, String name, String className) {
            made = new Manifest(program, name, className);
        }

        /**
         * Sets where it stands; without this it is a program.
         *
         * @param rank of the isolate
         * @return this builder
         */
        public Builder rank(Rank rank) {
            made.rank = rank;
            return this;
        }

        /**
         * Sets when it is started; without this at boot.
         *
         * @param start when it is to be started
         * @return this builder
         */
        public Builder start(StartMode start) {
            made.start = start;
            return this;
        }

        /**
         * Lets it serve the protocol with that simple class name.
         *
         * @param protocol simple name of the interface
         * @return this builder
         */
        public Builder serves(String protocol) {
            made.serves = true;
            made.protocol = protocol;
            return this;
        }

        /**
         * Lets it create, start, kill and inspect isolates.
         *
         * @return this builder
         */
        public Builder supervises() {
            made.supervises = true;
            return this;
        }

        /**
         * Lets it make modules.
         *
         * @return this builder
         */
        public Builder loadsModules() {
            made.loadsModules = true;
            return this;
        }

        /**
         * Lets it call a service.
         *
         * @param service name of the service
         * @return this builder
         */
        public Builder usesService(String service) {
            made.services = appended(made.services, service);
            return this;
        }

        /**
         * Lets it send messages that want no reply to a service.
         *
         * @param service name of the service
         * @return this builder
         */
        public Builder sendsTo(String service) {
            made.sendsTo = appended(made.sendsTo, service);
            return this;
        }

        /**
         * Lets it have an interrupt line.
         *
         * @param line number of the line, 0 to 15
         * @return this builder
         */
        public Builder interrupt(int line) {
            made.interrupts = appended(made.interrupts, line);
            return this;
        }

        /**
         * Lets it read and write I/O ports.
         *
         * @param name by which it asks for them
         * @param first number of the first port, 0 to 0xFFFF
         * @param count how many
         * @return this builder
         */
        public Builder ports(String name, int first, int count) {
            made.ports = appended(made.ports, new PortGrant(name, first, count));
            return this;
        }

        /**
         * Lets it have device memory.
         *
         * @param name by which it asks for it
         * @param first physical address, a multiple of 4096 below 4 GiB
         * @param bytes length, a multiple of 4096 up to {@link WindowGrant#BYTES_LIMIT}
         * @return this builder
         */
        public Builder window(String name, long first, int bytes) {
            made.windows = appended(made.windows, new WindowGrant(name, first, bytes));
            return this;
        }

        /**
         * Lets it drive a PCI function; what it uses of it follows by {@link #bar}.
         *
         * @param name by which it asks for the function
         * @param vendor as {@link UsesPci#vendor}
         * @param device as {@link UsesPci#device}
         * @param classCode as {@link UsesPci#classCode}
         * @param interrupt whether it handles the function's interrupt line
         * @param optional whether it does without
         * @return this builder
         */
        public Builder pci(String name, int vendor, int device, int classCode, boolean interrupt, boolean optional) {
            made.pci = new PciClaim(name, vendor, device, classCode, interrupt, optional, List.of());
            return this;
        }

        /**
         * Adds to what it uses of its PCI function.
         *
         * @param name by which it asks for it
         * @param bar number of the register, 0 to 5
         * @param kind what it is used as
         * @param offset as {@link PciBar#offset}
         * @param bytes as {@link PciBar#bytes}
         * @return this builder
         */
        public Builder bar(String name, int bar, BarKind kind, int offset, int bytes) {
            made.pci = made.pci.with(new BarGrant(name, bar, kind, offset, bytes));
            return this;
        }

        /**
         * Sets the limit of its heap, raw memory included.
         *
         * @param bytes a multiple of 4096
         * @return this builder
         */
        public Builder heapBytes(int bytes) {
            made.heapBytes = bytes;
            return this;
        }

        /**
         * Sets its share of the processor in each tenth of a second.
         *
         * @param percent 1 to 100
         * @return this builder
         */
        public Builder cpuPercent(int percent) {
            made.cpuPercent = percent;
            return this;
        }

        /**
         * Sets the slots of its service's queue.
         *
         * @param slots 2 to 256
         * @return this builder
         */
        public Builder queueSlots(int slots) {
            made.queueSlots = slots;
            return this;
        }

        /**
         * Sets the longest service of a request.
         *
         * @param millis milliseconds, 0 for no limit
         * @return this builder
         */
        public Builder requestMillis(int millis) {
            made.requestMillis = millis;
            return this;
        }

        /**
         * Sets the longest run without receiving.
         *
         * @param millis milliseconds, 0 for no limit
         * @return this builder
         */
        public Builder runMillis(int millis) {
            made.runMillis = millis;
            return this;
        }

        /**
         * Sets what becomes of it when it has died.
         *
         * @param policy after which deaths it is started again
         * @param burst as {@link Restarts#burst}
         * @param sustained as {@link Restarts#sustained}
         * @return this builder
         */
        public Builder restarts(RestartPolicy policy, int burst, int sustained) {
            made.restartPolicy = policy;
            made.burst = burst;
            made.sustained = sustained;
            return this;
        }

        /**
         * Puts it into a group.
         *
         * @param group name of the group, empty for none
         * @param strategy whom of the group its death concerns
         * @return this builder
         */
        public Builder group(String group, RestartStrategy strategy) {
            made.group = group;
            made.strategy = strategy;
            return this;
        }

        /**
         * Sets what becomes of its service when restarts are used up; without this it gets a tombstone.
         *
         * @param exhausted what is done
         * @return this builder
         */
        public Builder exhausted(Exhausted exhausted) {
            made.exhausted = exhausted;
            return this;
        }

        /**
         * Sets the program that decides after each of its deaths.
         *
         * @param program name of the program, empty for none
         * @return this builder
         */
        public Builder recovery(String program) {
            made.recovery = program;
            return this;
        }

        /**
         * Lets it complain about a component.
         *
         * @param component name of the component
         * @return this builder
         */
        public Builder complainsAbout(String component) {
            made.complainsAbout = appended(made.complainsAbout, component);
            return this;
        }

        /**
         * Makes it a version of a component.
         *
         * @param component name of the component
         * @return this builder
         */
        public Builder versionOf(String component) {
            made.versionOf = component;
            return this;
        }

        /**
         * Gives it memory that outlives it.
         *
         * @return this builder
         */
        public Builder keepsMemory() {
            made.keepsMemory = true;
            return this;
        }

        /**
         * Lets the supervisor ask it to come to rest, so that another version can take its place.
         *
         * @return this builder
         */
        public Builder updatable() {
            made.updatable = true;
            return this;
        }

        /**
         * Sets the longest time that a request may be queued.
         *
         * @param millis milliseconds, 0 for no limit
         * @return this builder
         */
        public Builder queuedMillis(int millis) {
            made.queuedMillis = millis;
            return this;
        }

        /**
         * Sets the longest time between two signs of life.
         *
         * @param millis milliseconds, 0 if it need not give any
         * @return this builder
         */
        public Builder heartbeatMillis(int millis) {
            made.heartbeatMillis = millis;
            return this;
        }

        /**
         * Sets how much private state the datastore keeps for it.
         *
         * @param bytes of the state, 0 or more
         * @return this builder
         */
        public Builder stateBytes(int bytes) {
            made.stateBytes = bytes;
            return this;
        }

        /** {@return the finished manifest; the builder is of no more use} */
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

    /** {@return the number by which the image knows the program; 0 is the supervisor} */
    public int program() {
        return program;
    }

    /** {@return the name of the program, unique in the image} */
    public String name() {
        return name;
    }

    /** {@return the name of the program's class, with dots} */
    public String className() {
        return className;
    }

    /** {@return where it stands} */
    public Rank rank() {
        return rank;
    }

    /** {@return when it is started} */
    public StartMode start() {
        return start;
    }

    /** {@return whether it serves a queue under its name} */
    public boolean serves() {
        return serves;
    }

    /** {@return the simple name of the protocol that it serves, empty if none} */
    public String protocol() {
        return protocol;
    }

    /** {@return whether it may create, start, kill and inspect isolates} */
    public boolean supervises() {
        return supervises;
    }

    /** {@return whether it may make modules} */
    public boolean loadsModules() {
        return loadsModules;
    }

    /** {@return the names of the services that it calls} */
    public List<String> services() {
        return services;
    }

    /** {@return the names of the services that it only sends to} */
    public List<String> sendsTo() {
        return sendsTo;
    }

    /** {@return the numbers of its interrupt lines, 0 to 15} */
    public List<Integer> interrupts() {
        return interrupts;
    }

    /** {@return its I/O ports} */
    public List<PortGrant> ports() {
        return ports;
    }

    /** {@return its windows on device memory at fixed addresses} */
    public List<WindowGrant> windows() {
        return windows;
    }

    /** {@return the PCI function that it drives, or null} */
    public PciClaim pci() {
        return pci;
    }

    /** {@return the heap limit in bytes, raw memory included; a multiple of a page} */
    public int heapBytes() {
        return heapBytes;
    }

    /** {@return its share of the processor in each tenth of a second, 1 to 100} */
    public int cpuPercent() {
        return cpuPercent;
    }

    /** {@return the slots of its service's queue, 2 to 256} */
    public int queueSlots() {
        return queueSlots;
    }

    /** {@return the longest service of a request in milliseconds, 0 for no limit} */
    public int requestMillis() {
        return requestMillis;
    }

    /** {@return the longest run without receiving in milliseconds, 0 for no limit} */
    public int runMillis() {
        return runMillis;
    }

    /** {@return after which deaths it is started again} */
    public RestartPolicy restartPolicy() {
        return restartPolicy;
    }

    /** {@return the number of restarts within 5 seconds that are done at once} */
    public int burst() {
        return burst;
    }

    /** {@return the number of restarts within 10 minutes after which it is given up} */
    public int sustained() {
        return sustained;
    }

    /** {@return the name of its group, empty if it has none} */
    public String group() {
        return group;
    }

    /** {@return whom of its group its death concerns} */
    public RestartStrategy strategy() {
        return strategy;
    }

    /** {@return what becomes of its service when restarts are used up} */
    public Exhausted exhausted() {
        return exhausted;
    }

    /** {@return the name of the program that decides after each of its deaths, empty if there is none} */
    public String recovery() {
        return recovery;
    }

    /** {@return the names of the components that it may complain about} */
    public List<String> complainsAbout() {
        return complainsAbout;
    }

    /** {@return the name of the component that this is a version of, empty if it is a component itself} */
    public String versionOf() {
        return versionOf;
    }

    /** {@return the name of the component that it is, or is a version of: the name of its service, and of the isolate} */
    public String component() {
        return versionOf.isEmpty() ? name : versionOf;
    }

    /** {@return whether it comes to rest when the supervisor asks, and has a handle by which it tells} */
    public boolean updatable() {
        return updatable;
    }

    /** {@return whether it has memory that outlives it} */
    public boolean keepsMemory() {
        return keepsMemory;
    }

    /** {@return the longest time that a request may be queued in milliseconds, 0 for no limit} */
    public int queuedMillis() {
        return queuedMillis;
    }

    /** {@return the longest time between two signs of life in milliseconds, 0 if it need not give any} */
    public int heartbeatMillis() {
        return heartbeatMillis;
    }

    /** {@return the private state that the datastore keeps for it, in bytes} */
    public int stateBytes() {
        return stateBytes;
    }

    /**
     * {@return the index of the queue of a service among the handles of the isolate, or 0 if the manifest does not name it}
     *
     * @param service name of the service
     */
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

    /**
     * {@return the index of an interrupt line among the handles of the isolate, or 0 if the manifest does not name it}
     *
     * @param line number of the line
     */
    public int interruptHandle(int line) {
        int position = interrupts.indexOf(line);
        return position < 0 ? 0 : firstService() + services.size() + sendsTo.size() + position;
    }

    /**
     * {@return the index of a window among the handles of the isolate, or 0 if the manifest names none of that name}
     *
     * @param name of the window
     */
    public int windowHandle(String name) {
        int index = keptMemory() - windows.size();
        for (WindowGrant each : windows) {
            if (each.name().equals(name)) {
                return index;
            }
            index++;
        }
        return 0;
    }

    /** {@return the index of the first handle that belongs to its PCI function: the interrupt if it is used, or the first base address register} */
    public int firstPciHandle() {
        return report() + (updatable ? 1 : 0);
    }

    /** {@return the index of the handle by which it sets the supervisor's notification bit for it, or 0 if it has none} */
    public int reportHandle() {
        return updatable ? report() : 0;
    }

    private int report() {
        return keptMemory() + (keepsMemory ? 1 : 0);
    }

    /** {@return the index of its kept memory among the handles of the isolate, or 0 if it has none} */
    public int keptMemoryHandle() {
        return keepsMemory ? keptMemory() : 0;
    }

    private int keptMemory() {
        return firstService() + services.size() + sendsTo.size() + interrupts.size() + ports.size() + windows.size();
    }

    private int firstService() {
        return serves ? 2 : 1;
    }

    /** {@return the rights in one line: {@code ports 0x1f0-0x1f7 interrupt 14 serves BlockDevice uses uart0 …}} */
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
        for (String each : complainsAbout) {
            text.append(" complains about ").append(each);
        }
        if (keepsMemory) {
            text.append(" keeps memory");
        }
        if (updatable) {
            text.append(" updatable");
        }
        if (supervises) {
            text.append(" supervises");
        }
        if (loadsModules) {
            text.append(" loads modules");
        }
        return text.append(" heap ").append(heapBytes / 1024).append("K cpu ").append(cpuPercent).append('%').substring(1);
    }
}
