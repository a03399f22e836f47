package org.bulkhead.vm.linker;

import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.linker.heap.ImageHeap;

/** What reflection adds to a world: code that no call reaches, and tables. */
public interface Reflected {
    /** The world of images and drivers, whose classes are closed: nothing is added, and code that cannot be had fails the build. */
    Reflected NOTHING = new Reflected() {
        @Override
        public boolean toleratesGaps() {
            return false;
        }

        @Override
        public void grow(Closure closure) {}

        @Override
        public void named(Closure closure, VmType type, VmMethod by) {}

        @Override
        public void calls(VmMethod caller, VmMethod callee) {}

        @Override
        public void fillTables(Closure closure) {}

        @Override
        public Tables tables(WorldLinker linker) {
            return Tables.NONE;
        }
    };

    /** Returns whether a method that has no code, or code that cannot be compiled, is replaced by one that throws when it is called. */
    boolean toleratesGaps();

    /** Adds to the closure; called whenever all of its code so far is compiled, until nothing is added. */
    void grow(Closure closure);

    /** Takes note that the code of a method names a class object. */
    void named(Closure closure, VmType type, VmMethod by);

    /** Takes note that the code of a method calls another, directly or through a table. */
    void calls(VmMethod caller, VmMethod callee);

    /** Fills static fields of the runtime with objects of the {@link ImageHeap}, when the closure is complete. */
    void fillTables(Closure closure);

    /** Returns the tables in the metadata section. */
    Tables tables(WorldLinker linker);

    /** Tables of a world that is being linked. */
    interface Tables {
        /** No tables. */
        Tables NONE = new Tables() {
            @Override
            public void write() {}

            @Override
            public void finish() {}
        };

        /** Writes all but the places of static fields, when hubs and code have their places. */
        void write();

        /** Writes the places of static fields. */
        void finish();
    }
}
