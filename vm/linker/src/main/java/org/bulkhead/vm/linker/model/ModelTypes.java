package org.bulkhead.vm.linker.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmType;

/** The types of a model and those of a type system, each found from the other. */
final class ModelTypes {
    /** Ends the name of the class for whose code another class was made up. */
    private static final String MADE_UP = "$$";

    private final ImageModel model;
    private final TypeSystem types;
    private final Map<VmType, Optional<ModelType>> known = new HashMap<>();

    ModelTypes(ImageModel model, TypeSystem types) {
        this.model = model;
        this.types = types;
    }

    /** Returns what the model knows of a type, or null. */
    ModelType of(VmType type) {
        return known.computeIfAbsent(type, key -> Optional.ofNullable(model.type(key.name()))).orElse(null);
    }

    /** Returns the type itself. A class that was made up while another was read becomes known by reading that one. */
    VmType resolve(ModelType type) {
        String name = type.name();
        int end = name.indexOf(MADE_UP);
        if (end > 0) {
            types.type(name.substring(name.lastIndexOf('[', end) + (name.startsWith("[") ? 2 : 1), end));
        }
        return types.type(name);
    }
}
