package org.bulkhead.vm.linker;

import java.util.List;
import org.bulkhead.vm.compiler.Routine;
import org.bulkhead.vm.compiler.model.VmField;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;

/**
 * What a closure finds already linked: nothing when an image is built, the image when a module is. An address is 0 for what is not there.
 *
 * <p>The base's own calls through tables already reach its own instances; what the closure adds are the calls and the instances that the base does not have.
 */
public interface Base {
    /** The base of an image. */
    Base NOTHING = new Nothing();

    /** Returns the first instruction of a method. */
    int code(VmMethod method);

    /** Returns the first instruction of a routine. */
    int routine(Routine routine);

    /** Returns the hub of a type. */
    int hub(VmType type);

    /** Returns the memory of a static field. */
    int staticField(VmField field);

    /** Returns the initialisation state word of a class that is initialised at run time. */
    int initializationState(VmType type);

    /** Returns whether the type can have instances without the closure's doing. */
    boolean isInstantiated(VmType type);

    /** Returns whether the base calls the method through a table. */
    boolean isCalled(VmMethod method);

    /** Returns the methods of {@code owner} that the base calls through tables. */
    List<VmMethod> calledMethods(VmType owner);

    /** Returns the subtypes of {@code type}, itself included, of which the base may make instances. */
    List<VmType> instantiatedSubtypes(VmType type);

    /** Returns the types below {@code type} whose hub the base has. */
    List<VmType> subtypesWithHub(VmType type);

    /** Has nothing. */
    final class Nothing implements Base {
        private Nothing() {}

        @Override
        public int code(VmMethod method) {
            return 0;
        }

        @Override
        public int routine(Routine routine) {
            return 0;
        }

        @Override
        public int hub(VmType type) {
            return 0;
        }

        @Override
        public int staticField(VmField field) {
            return 0;
        }

        @Override
        public int initializationState(VmType type) {
            return 0;
        }

        @Override
        public boolean isInstantiated(VmType type) {
            return false;
        }

        @Override
        public boolean isCalled(VmMethod method) {
            return false;
        }

        @Override
        public List<VmMethod> calledMethods(VmType owner) {
            return List.of();
        }

        @Override
        public List<VmType> instantiatedSubtypes(VmType type) {
            return List.of();
        }

        @Override
        public List<VmType> subtypesWithHub(VmType type) {
            return List.of();
        }
    }
}
