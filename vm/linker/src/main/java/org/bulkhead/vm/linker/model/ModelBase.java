package org.bulkhead.vm.linker.model;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.vm.compiler.Routine;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmField;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.linker.Base;
import org.bulkhead.vm.linker.BuildTimeInitializers;
import org.bulkhead.vm.linker.CallSiteClasses;
import org.bulkhead.vm.linker.LinkProblem;
import org.bulkhead.vm.linker.heap.HeapBase;
import org.bulkhead.vm.linker.heap.ImageHeap;

/**
 * An image as the base of a module, known by its model.
 *
 * <p>The type system must see the same class files as the image's did, with the same transforms: layouts, tables and made-up classes are those of the image because they follow from the class files.
 */
public final class ModelBase implements Base, HeapBase, BuildTimeInitializers {
    private final ImageModel model;
    private final ModelTypes types;
    private final DormantHeap dormant;

    public ModelBase(ImageModel model, TypeSystem types) {
        this.model = model;
        this.types = new ModelTypes(model, types);
        this.dormant = new DormantHeap(model, this.types);
        types.continueInterfaceNumbers(this::interfaceNumber, model.lastInterfaceNumber());
    }

    private int interfaceNumber(VmMethod method) {
        ModelType.Method known = method(method);
        return known == null ? 0 : known.number();
    }

    private ModelType.Method method(VmMethod method) {
        ModelType owner = types.of(method.owner());
        return owner == null ? null : owner.methods().get(method.name() + method.descriptor());
    }

    @Override
    public int code(VmMethod method) {
        ModelType.Method known = method(method);
        return known == null ? 0 : known.code();
    }

    @Override
    public int routine(Routine routine) {
        return model.routine(routine.name());
    }

    @Override
    public int hub(VmType type) {
        ModelType known = types.of(type);
        return known == null ? 0 : known.hub();
    }

    @Override
    public int staticField(VmField field) {
        ModelType owner = types.of(field.owner());
        return owner == null ? 0 : owner.statics().getOrDefault(ModelType.fieldKey(field.name(), field.descriptor()), 0);
    }

    @Override
    public int initializationState(VmType type) {
        ModelType known = types.of(type);
        return known == null ? 0 : known.state();
    }

    @Override
    public boolean isInstantiated(VmType type) {
        ModelType known = types.of(type);
        return known != null && known.isInstantiated();
    }

    @Override
    public boolean isCalled(VmMethod method) {
        ModelType.Method known = method(method);
        return known != null && known.isCalled();
    }

    @Override
    public List<VmMethod> calledMethods(VmType owner) {
        ModelType known = types.of(owner);
        List<VmMethod> called = new ArrayList<>();
        if (known != null) {
            for (ModelType.Method each : known.methods().values()) {
                if (each.isCalled()) {
                    called.add(declared(owner, each));
                }
            }
        }
        return called;
    }

    private static VmMethod declared(VmType owner, ModelType.Method method) {
        VmMethod declared = owner.declaredMethod(method.name(), method.descriptor());
        if (declared == null) {
            throw new LinkProblem("class " + owner.displayName() + " has no method " + method.name() + method.descriptor() + ", which the image's class has: link against the class files that the image was built from");
        }
        return declared;
    }

    @Override
    public List<VmType> instantiatedSubtypes(VmType type) {
        List<VmType> found = new ArrayList<>();
        if (isInstantiated(type)) {
            found.add(type);
        }
        for (ModelType each : model.subtypes(type.name())) {
            if (each.isInstantiated()) {
                found.add(types.resolve(each));
            }
        }
        return found;
    }

    @Override
    public List<VmType> subtypesWithHub(VmType type) {
        return model.subtypes(type.name()).stream().filter(each -> each.hub() != 0).map(types::resolve).toList();
    }

    @Override
    public int literal(String value) {
        return model.literal(value);
    }

    @Override
    public int mirror(VmType type) {
        ModelType known = types.of(type);
        return known == null ? 0 : known.mirror();
    }

    @Override
    public boolean restore(VmField field, ImageHeap heap) {
        ModelType owner = types.of(field.owner());
        ModelType.Dormant value = owner == null ? null : owner.dormant().get(ModelType.fieldKey(field.name(), field.descriptor()));
        if (value == null && CallSiteClasses.contains(field.owner().name())) {
            CallSiteClasses.initialize(field, heap);
            return true;
        }
        if (value == null) {
            return false;
        }
        switch (value.kind()) {
            case ModelFormat.BITS -> heap.putStatic(field, value.value());
            case ModelFormat.REFERENCE -> heap.putStatic(field, dormant.wake((int) value.value(), heap));
            default -> throw new LinkProblem("the static field " + field + " refers to something that existed only while the image was built: the module cannot use it");
        }
        return true;
    }

    /** {@inheritDoc} That is, whether it ran while the image was built, the linker does its work, or there is nothing to run. */
    @Override
    public boolean runsAtBuildTime(VmType type) {
        if (type.isPrimitive() || type.isArray() || isInitialized(type) || CallSiteClasses.contains(type.name())) {
            return true;
        }
        return type.classInitializer() == null && (type.isInterface() || (type.superclass() == null || runsAtBuildTime(type.superclass()))
            && type.allInterfaces().stream().allMatch(each -> !each.declaresDefaultMethods() || each.classInitializer() == null || isInitialized(each)));
    }

    @Override
    public void initialize(VmType type) {
        // Nothing runs while a module is linked.
    }

    @Override
    public boolean isInitialized(VmType type) {
        ModelType known = types.of(type);
        return known != null && known.isInitialized();
    }
}
