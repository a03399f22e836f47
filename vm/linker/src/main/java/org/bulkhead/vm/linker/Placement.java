package org.bulkhead.vm.linker;

/** Where the sections of a world begin: each at the next free multiple of 2 MiB, so that whole page-table pages can be shared. */
public final class Placement {
    /** The alignment of sections: what one page-table page maps. */
    public static final int ALIGNMENT = 1 << 21;

    private int next;

    /** Begins at an address; the first section starts right there. */
    public Placement(int first) {
        next = first;
    }

    /** Returns an empty section at the next place. */
    public Section open() {
        return new Section(next);
    }

    /** Makes the next section start behind {@code section}. */
    public void close(Section section) {
        next = (section.end() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
