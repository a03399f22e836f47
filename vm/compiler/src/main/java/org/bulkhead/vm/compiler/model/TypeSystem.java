package org.bulkhead.vm.compiler.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.bulkhead.vm.runtime.layout.ObjectLayout;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;

/** All types of one build: loads, links and numbers them. Not thread-safe. */
public final class TypeSystem {
    private static final String UNBOXED = "Lorg/bulkhead/vm/magic/Unboxed;";
    private static final String MAGIC_PACKAGE = "org/bulkhead/vm/magic/";
    private static final int NEWEST_CLASS_FILE = Opcodes.V17;
    private static final int VERSION_OFFSET = 6;

    private final ClassSource source;
    private final List<ClassTransform> transforms;
    private final Map<String, VmType> types = new LinkedHashMap<>();
    private final Map<String, ClassNode> defined = new HashMap<>();
    private final List<VmType> made = new ArrayList<>();
    /** Classes that cannot be had because a supertype is missing, with its name. */
    private final Map<String, String> absent = new HashMap<>();
    private final Map<VmMethod, Integer> interfaceNumbers = new LinkedHashMap<>();
    private ToIntFunction<VmMethod> earlierNumbers = method -> 0;
    private int lastInterfaceNumber;

    public TypeSystem(ClassSource source, List<ClassTransform> transforms) {
        this.source = source;
        this.transforms = List.copyOf(transforms);
        for (Type primitive : List.of(Type.VOID_TYPE, Type.BOOLEAN_TYPE, Type.CHAR_TYPE, Type.BYTE_TYPE, Type.SHORT_TYPE,
                Type.INT_TYPE, Type.FLOAT_TYPE, Type.LONG_TYPE, Type.DOUBLE_TYPE)) {
            String name = primitive.getClassName();
            types.put(name, new VmType(this, VmType.Kind.PRIMITIVE, name,
                Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_ABSTRACT, null, List.of(), null, null));
        }
    }

    static Type primitive(String name) {
        return switch (name) {
            case "void" -> Type.VOID_TYPE;
            case "boolean" -> Type.BOOLEAN_TYPE;
            case "char" -> Type.CHAR_TYPE;
            case "byte" -> Type.BYTE_TYPE;
            case "short" -> Type.SHORT_TYPE;
            case "int" -> Type.INT_TYPE;
            case "float" -> Type.FLOAT_TYPE;
            case "long" -> Type.LONG_TYPE;
            case "double" -> Type.DOUBLE_TYPE;
            default -> throw new IllegalArgumentException("not a primitive type: " + name);
        };
    }

    /** Makes a class known that has no class file (a compiled call site); it is transformed and linked like any other. */
    public void define(ClassNode node) {
        if (types.containsKey(node.name) || defined.putIfAbsent(node.name, node) != null) {
            throw new IllegalStateException("class " + node.name + " is defined twice");
        }
    }

    /**
     * Returns the type with the internal name {@code name} ({@code java/lang/String}, {@code [I}, {@code int}).
     *
     * @throws ClassFormatProblem if there is no such class, or its class file cannot be used
     */
    public VmType type(String name) {
        VmType type = find(name);
        if (type == null) {
            String missing = missing(name);
            throw new ClassFormatProblem("class " + missing.replace('/', '.') + " is not on the class path" + (missing.equals(name) ? "" : ", but " + name.replace('/', '.') + " needs it"));
        }
        return type;
    }

    /** Returns the type of an ASM type of any sort. */
    public VmType type(Type type) {
        return type(type.getSort() >= Type.ARRAY ? type.getInternalName() : type.getClassName());
    }

    /** Returns the type with the internal name {@code name}, or null if there is no such class, or none of one of its supertypes. */
    public VmType find(String name) {
        VmType known = types.get(name);
        if (known != null) {
            return known;
        }
        VmType found = name.startsWith("[") ? makeArray(name) : load(name);
        if (found != null && types.putIfAbsent(name, found) == null && defined.containsKey(name)) {
            made.add(found);
        }
        return types.get(name);
    }

    /** Returns all types that were loaded so far, in the order of loading. */
    public List<VmType> loaded() {
        return List.copyOf(types.values());
    }

    /** Returns those of the {@link #loaded} types that have no class file, in the order of loading. */
    public List<VmType> made() {
        return Collections.unmodifiableList(made);
    }

    private VmType makeArray(String name) {
        Type element = Type.getType(name.substring(1));
        VmType component = find(element.getSort() >= Type.ARRAY ? element.getInternalName() : element.getClassName());
        if (component == null) {
            return null;
        }
        int access = component.access() & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_PROTECTED) | Opcodes.ACC_FINAL | Opcodes.ACC_ABSTRACT;
        return new VmType(this, VmType.Kind.ARRAY, name, access, type("java/lang/Object"),
            List.of(type("java/lang/Cloneable"), type("java/io/Serializable")), component, null);
    }

    private VmType load(String name) {
        if (absent.containsKey(name)) {
            // Its call sites have been made already.
            return null;
        }
        ClassNode node = defined.get(name);
        if (node == null) {
            node = parse(name);
            if (node == null) {
                return null;
            }
        }
        for (ClassTransform transform : transforms) {
            transform.transform(node, this);
        }
        boolean isInterface = (node.access & Opcodes.ACC_INTERFACE) != 0;
        VmType superclass = node.superName == null ? null : supertype(node, node.superName);
        List<VmType> interfaces = new ArrayList<>();
        for (String each : node.interfaces) {
            interfaces.add(supertype(node, each));
        }
        if (absent.containsKey(name)) {
            return null;
        }
        return new VmType(this, isInterface ? VmType.Kind.INTERFACE : VmType.Kind.CLASS, name, node.access, superclass, interfaces, null, node);
    }

    /** Returns the class that is missing if {@code name} is not found: that class, or a supertype of it. */
    public String missing(String name) {
        String missing = name;
        while (absent.containsKey(missing)) {
            missing = absent.get(missing);
        }
        return missing;
    }

    private VmType supertype(ClassNode node, String name) {
        VmType found = find(name);
        if (found == null) {
            absent.put(node.name, name);
        }
        return found;
    }

    private ClassNode parse(String name) {
        String display = name.replace('/', '.');
        try {
            byte[] bytes = source.find(name);
            if (bytes == null) {
                return null;
            }
            if (bytes.length <= VERSION_OFFSET + 1) {
                throw new ClassFormatProblem("class file of " + display + " is truncated (" + bytes.length + " bytes): compile it again");
            }
            int version = (bytes[VERSION_OFFSET] & 0xFF) << Byte.SIZE | bytes[VERSION_OFFSET + 1] & 0xFF;
            if (version > NEWEST_CLASS_FILE) {
                throw new ClassFormatProblem("class file of " + display + " has version " + version + ", newer than " + NEWEST_CLASS_FILE
                    + " (Java 17): compile it with --release 17");
            }
            ClassNode node = new ClassNode(Opcodes.ASM9);
            // The compiler finds out by itself what the stack map frames say.
            new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES);
            if (!node.name.equals(name)) {
                throw new ClassFormatProblem("class file of " + display + " holds the class " + node.name.replace('/', '.') + ": check the class path");
            }
            return node;
        } catch (IOException e) {
            throw new ClassFormatProblem("class file of " + display + " cannot be read: " + e.getMessage(), e);
        } catch (ClassFormatProblem e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ClassFormatProblem("class file of " + display + " is truncated or damaged: compile it again", e);
        }
    }

    /** Returns whether values with this descriptor are references that the collector follows. */
    public boolean isReference(String descriptor) {
        char first = descriptor.charAt(0);
        return first == '[' || first == 'L' && !isUnboxed(descriptor.substring(1, descriptor.length() - 1));
    }

    /** Returns whether the class with that internal name is one of the unboxed magic types. */
    public boolean isUnboxed(String name) {
        return name.startsWith(MAGIC_PACKAGE) && type(name).isAnnotated(UNBOXED);
    }

    /** Returns the bytes that a field or array element with this descriptor occupies: 1, 2, 4 or 8. */
    public int sizeOf(String descriptor) {
        return switch (descriptor.charAt(0)) {
            case 'Z', 'B' -> 1;
            case 'C', 'S' -> 2;
            case 'I', 'F' -> 4;
            case 'J', 'D' -> 8;
            default -> isReference(descriptor) ? ObjectLayout.REFERENCE_SIZE : Long.BYTES;
        };
    }

    /** Resolves a field reference (JVMS §5.4.3.2); null if the class or the field is missing. */
    public VmField resolveField(String owner, String name, String descriptor) {
        VmType type = find(owner);
        return type == null ? null : resolveField(type, name, descriptor);
    }

    private VmField resolveField(VmType type, String name, String descriptor) {
        VmField field = type.declaredField(name, descriptor);
        for (int i = 0; field == null && i < type.interfaces().size(); i++) {
            field = resolveField(type.interfaces().get(i), name, descriptor);
        }
        return field == null && type.superclass() != null ? resolveField(type.superclass(), name, descriptor) : field;
    }

    /** Resolves a method reference (JVMS §5.4.3.3 and §5.4.3.4); null if the class or the method is missing. */
    public VmMethod resolveMethod(String owner, String name, String descriptor) {
        VmType type = find(owner);
        if (type == null) {
            return null;
        }
        if (!type.isInterface()) {
            for (VmType each = type; each != null; each = each.superclass()) {
                VmMethod method = each.declaredMethod(name, descriptor);
                if (method != null) {
                    return method;
                }
            }
        } else {
            VmMethod method = type.declaredMethod(name, descriptor);
            if (method == null) {
                method = type("java/lang/Object").declaredMethod(name, descriptor);
            }
            if (method != null) {
                return method;
            }
        }
        VmMethod specific = mostSpecific(type, name, descriptor);
        if (specific != null) {
            return specific;
        }
        for (VmType each : type.allInterfaces()) {
            VmMethod method = each.declaredMethod(name, descriptor);
            if (method != null && !method.isPrivate() && !method.isStatic()) {
                return method;
            }
        }
        return null;
    }

    /**
     * Returns the one maximally-specific superinterface method of {@code type} that is not abstract (JVMS §5.4.3.3), an abstract one if all
     * are, or null if there is none at all.
     */
    VmMethod mostSpecific(VmType type, String name, String descriptor) {
        List<VmMethod> candidates = new ArrayList<>();
        for (VmType each : type.allInterfaces()) {
            VmMethod method = each.declaredMethod(name, descriptor);
            if (method != null && !method.isPrivate() && !method.isStatic()) {
                candidates.add(method);
            }
        }
        List<VmMethod> maximal = candidates.stream().filter(method -> candidates.stream()
            .noneMatch(other -> other != method && other.owner().isSubtypeOf(method.owner()))).toList();
        List<VmMethod> concrete = maximal.stream().filter(method -> !method.isAbstract()).toList();
        if (concrete.size() == 1) {
            return concrete.get(0);
        }
        return maximal.isEmpty() ? null : maximal.get(0);
    }

    /** Returns the number, from 1 on, under which interface tables list an interface method; numbers are given in the order of asking. */
    public int interfaceNumber(VmMethod method) {
        Integer known = interfaceNumbers.get(method);
        if (known == null) {
            int earlier = earlierNumbers.applyAsInt(method);
            known = earlier != 0 ? earlier : ++lastInterfaceNumber;
            interfaceNumbers.put(method, known);
        }
        return known;
    }

    /** Continues the numbers that another build has given: {@code known} returns a method's, or 0, and {@code last} is the highest. Before the first number is asked for. */
    public void continueInterfaceNumbers(ToIntFunction<VmMethod> known, int last) {
        earlierNumbers = known;
        lastInterfaceNumber = last;
    }

    /** Returns the interface methods that have a number, in the order of asking. */
    public List<VmMethod> numberedInterfaceMethods() {
        return List.copyOf(interfaceNumbers.keySet());
    }
}
