package org.bulkhead.vm.linker;

/** Where the sections of a world begin, one behind the other. */
public final class Placement {
    /** The alignment of an image's sections: what one page-table page maps, so that whole page-table pages can be shared. */
    public static final int ALIGNMENT = 1 << 21;

    private final int alignment;
    private int next;

    /** Begins an image at an address; the first section starts right there, the others at the next free multiple of {@link #ALIGNMENT}. */
    public Placement(int first) {
        this(first, ALIGNMENT);
    }

    /** As the other, with sections at multiples of {@code alignment}, a power of two. */
    public Placement(int first, int alignment) {
        next = first;
        this.alignment = alignment;
    }

    /** Returns an empty section at the next place. */
    public Section open() {
        return new Section(next);
    }

    /** Makes the next section start behind {@code section}. */
    public void close(Section section) {
        next = section.end() + alignment - 1 & -alignment;
    }
}
