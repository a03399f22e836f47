package org.bulkhead.nucleus.abi;

/**
 * The address space, the same in every isolate.
 *
 * <pre>
 * 0x0000_0000  never mapped (1 MiB)
 * 0x0010_0000  image: nucleus (supervisor only), isolate code r-x, metadata r--, heap and statics copy on write
 * 0x1000_0000  windows: device memory, mapped leases
 * 0x2000_0000  heap, zero pages on demand up to the isolate's limit
 * 0xEF00_0000  stack of the first thread: 1 MiB on demand, ending at 0xEF10_0000; nothing is mapped for 1 MiB below it
 * 0x1_0000_0000 end of what isolates can name
 * 0xFFFF_8000_0000_0000  all physical memory, supervisor only
 * </pre>
 */
public final class AddressSpaceLayout {
    public static final long NULL_END = 0x10_0000;
    public static final long IMAGE_START = 0x10_0000;
    public static final long WINDOWS_START = 0x1000_0000;
    public static final long HEAP_START = 0x2000_0000;
    public static final long HEAP_END = 0xE000_0000L;
    /** A memory fault from here to {@link #STACK_START} is a stack overflow. */
    public static final long STACK_GUARD = 0xEEF0_0000L;
    public static final long STACK_START = 0xEF00_0000L;
    public static final long STACK_END = 0xEF10_0000L;
    public static final long USER_END = 0x1_0000_0000L;
    public static final long PHYSICAL_WINDOW = 0xFFFF_8000_0000_0000L;

    private AddressSpaceLayout() {}
}
