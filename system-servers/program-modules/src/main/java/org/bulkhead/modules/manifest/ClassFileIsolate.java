package org.bulkhead.modules.manifest;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Updatable;
import org.bulkhead.isolate.manifest.rules.Declaration;
import org.bulkhead.isolate.manifest.rules.IsolateClass;
import org.bulkhead.isolate.manifest.rules.LineTable;
import org.bulkhead.isolate.manifest.rules.Place;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.MethodNode;

/** An isolate's class as its class file shows it. */
public final class ClassFileIsolate implements IsolateClass {
    private static final String CONSTRUCTOR = "(" + Type.getDescriptor(Grants.class) + ")V";

    private final VmType type;
    private final LineTable lines;

    /**
     * Makes the view.
     *
     * @param type the class
     * @param lines where its annotations stand
     */
    public ClassFileIsolate(VmType type, AnnotationLines lines) {
        this.type = type;
        this.lines = lines.of(type.displayName());
    }

    @Override
    public String name() {
        return type.displayName();
    }

    @Override
    public Place place() {
        return place(LineTable.CLASS);
    }

    /** The line of the table; without a table the first line of code, which is near. */
    private Place place(String path) {
        int line = lines.line(path);
        return line == 0 ? SourceLine.first(type) : SourceLine.of(type, line);
    }

    @Override
    public Optional<Declaration> declaration(Class<? extends Annotation> annotation) {
        AnnotationNode node = type.annotation(Type.getDescriptor(annotation));
        return Optional.ofNullable(node).map(each -> declaration(each, annotation.getSimpleName()));
    }

    @Override
    public Declaration defaults(Class<? extends Annotation> annotation) {
        return declaration(new AnnotationNode(Type.getDescriptor(annotation)), annotation.getSimpleName());
    }

    private Declaration declaration(AnnotationNode node, String path) {
        VmType annotation = type.types().type(Type.getType(node.desc));
        Map<String, Object> written = new HashMap<>();
        for (int i = 0; node.values != null && i < node.values.size(); i += 2) {
            written.put((String) node.values.get(i), node.values.get(i + 1));
        }
        Map<String, Declaration.Value> values = new HashMap<>();
        for (MethodNode element : annotation.node().methods) {
            Object value = written.getOrDefault(element.name, element.annotationDefault);
            if (value == null) {
                throw new ManifestProblem(place(path) + ": the annotation " + annotation.displayName() + " of " + name() + " has no value for " + element.name
                    + ": it was compiled against another version; compile it again");
            }
            // A single value stands for an array of one.
            boolean array = element.desc.startsWith("()[") && !(value instanceof List);
            values.put(element.name, value(array ? List.of(value) : value, path + "." + element.name));
        }
        return new Declaration(values, place(path));
    }

    private Declaration.Value value(Object value, String path) {
        Object content;
        if (value instanceof AnnotationNode inner) {
            content = declaration(inner, path);
        } else if (value instanceof List<?> list) {
            List<Declaration.Value> elements = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                elements.add(value(list.get(i), path + "[" + i + "]"));
            }
            content = elements;
        } else if (value instanceof String[] constant) {
            content = constant[1];
        } else if (value instanceof Type named) {
            content = named.getSort() == Type.OBJECT ? named.getInternalName().replace('/', '.') : named.getClassName();
        } else {
            content = value;
        }
        return new Declaration.Value(content, place(path));
    }

    @Override
    public boolean isPublicAndConcrete() {
        return (type.access() & Opcodes.ACC_PUBLIC) != 0 && !type.isAbstract();
    }

    @Override
    public boolean isIsolate() {
        return type.isSubtypeOf(type.types().type(Type.getInternalName(Isolate.class)));
    }

    @Override
    public boolean isUpdatable() {
        return type.isSubtypeOf(type.types().type(Type.getInternalName(Updatable.class)));
    }

    @Override
    public boolean hasGrantsConstructor() {
        VmMethod constructor = type.declaredMethod("<init>", CONSTRUCTOR);
        return constructor != null && (constructor.access() & Opcodes.ACC_PUBLIC) != 0;
    }

    @Override
    public boolean isInterface(String className) {
        return type.types().type(className.replace('.', '/')).isInterface();
    }
}
