package org.bulkhead.vm.linker;

import org.bulkhead.vm.compiler.model.VmType;

/** Who runs class initialisers while the image is built. */
public interface BuildTimeInitializers {
    /** Returns whether the class's initialiser runs while building. */
    boolean runsAtBuildTime(VmType type);

    /** Runs the initialiser of the class and what that needs (JVMS §5.5), unless that is done. */
    void initialize(VmType type);

    /** Returns whether the class is initialised by now; asking changes nothing. */
    boolean isInitialized(VmType type);

    /** Returns whether an object may become part of an image; false for what stands for something that exists only while building. */
    default boolean belongsInImage(int ref) {
        return true;
    }
}
