package org.bulkhead.vm.linker.open;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bulkhead.vm.compiler.Symbol;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmField;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.compiler.transform.Transforms;
import org.bulkhead.vm.linker.Closure;
import org.bulkhead.vm.linker.Reflected;
import org.bulkhead.vm.linker.Section;
import org.bulkhead.vm.linker.WorldLinker;
import org.bulkhead.vm.runtime.layout.HubLayout;
import org.bulkhead.vm.runtime.layout.MembersLayout;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.ParameterNode;
import org.objectweb.asm.tree.RecordComponentNode;

/**
 * Writes a record of names, members and annotations for every class that reflection can show, and the program's resources; see {@link MembersLayout}.
 *
 * <p>Members whose types the program does not have are left out.
 */
final class MembersWriter implements Reflected.Tables {
    private static final int CLASS_FILE_FLAGS = 0xFFFF;
    private static final String IMAGE_INFO = "org/bulkhead/vm/runtime/ImageInfo";

    private final WorldLinker linker;
    private final Closure closure;
    private final Predicate<VmType> shown;
    private final TypeSystem types;
    private final Section metadata;
    private final SortedMap<String, List<byte[]>> resources;
    private final Map<String, Integer> texts = new HashMap<>();
    private final Map<List<Integer>, Integer> lists = new HashMap<>();
    private final Map<Integer, VmField> statics = new LinkedHashMap<>();

    /**
     * @param shown the classes, of those with a hub, that have a record
     * @param resources files that the program carries, as {@link OpenWorld} takes them
     */
    MembersWriter(WorldLinker linker, Predicate<VmType> shown, SortedMap<String, List<byte[]>> resources) {
        this.linker = linker;
        this.shown = shown;
        this.resources = resources;
        closure = linker.closure();
        types = closure.environment().types();
        metadata = linker.metadata();
    }

    @Override
    public void write() {
        for (VmType type : closure.hubs()) {
            if (shown.test(type)) {
                metadata.putInt(linker.hubAddress(type) + HubLayout.MEMBERS, record(type));
            }
        }
        for (VmType type : closure.baseTypes()) {
            if (shown.test(type)) {
                linker.replaceWord(linker.hubAddress(type) + HubLayout.MEMBERS, record(type));
            }
        }
        linker.setStatic(IMAGE_INFO, "resources", writeResources());
    }

    @Override
    public void finish() {
        statics.forEach((at, field) -> metadata.putInt(at, linker.address(new Symbol.StaticField(field))));
    }

    private int record(VmType type) {
        ClassNode node = type.node();
        Constants constants = new Constants();
        List<VmMethod> methods = new ArrayList<>();
        List<VmMethod> constructors = new ArrayList<>();
        for (VmMethod method : type.methods()) {
            if (!method.isClassInitializer() && !Transforms.isMade(method.node()) && hasTypes(method)) {
                (method.isConstructor() ? constructors : methods).add(method);
            }
        }
        int fields = fields(type, constants);
        int methodList = methods(methods, constants);
        int constructorList = methods(constructors, constants);
        int annotations = bytes(AnnotationWriter.annotations(node.visibleAnnotations, constants));
        int typeAnnotations = bytes(AnnotationWriter.typeAnnotations(node.visibleTypeAnnotations, constants));
        int components = components(node, constants);
        InnerClassNode inner = node.innerClasses.stream().filter(each -> each.name.equals(node.name)).findFirst().orElse(null);
        int[] words = {
            fields, methodList, constructorList, constants(constants), text(node.signature), annotations, typeAnnotations,
            names(node.interfaces), existing(inner == null ? null : inner.outerName), text(inner == null ? null : inner.innerName), enclosing(node, inner), text(node.outerMethod), text(node.outerMethodDesc),
            names(node.innerClasses.stream().filter(each -> node.name.equals(each.outerName) && each.innerName != null).map(each -> each.name).toList()),
            existing(node.nestHostClass), names(node.nestMembers), names(node.permittedSubclasses), components,
        };
        int at = metadata.align(Integer.BYTES);
        for (int word : words) {
            metadata.appendInt(word);
        }
        return at;
    }

    /** The class in which a local or anonymous class is written; member classes have a declaring class instead. */
    private int enclosing(ClassNode node, InnerClassNode inner) {
        return inner == null || inner.outerName != null ? 0 : existing(node.outerClass);
    }

    private boolean hasHub(String name) {
        VmType type = types.find(name);
        return type != null && linker.hasHub(type);
    }

    private boolean hasHub(Type type) {
        return hasHub(type.getSort() >= Type.ARRAY ? type.getInternalName() : type.getClassName());
    }

    private boolean hasTypes(VmMethod method) {
        return hasHub(method.returnType()) && Stream.of(Type.getArgumentTypes(method.descriptor())).allMatch(this::hasHub);
    }

    /** A signature that names a type which the program does not have is left out: the member then shows its erasure. */
    private int signature(String signature) {
        return signature == null || !new NamedTypes().of(signature).stream().allMatch(this::hasHub) ? 0 : text(signature);
    }

    private int fields(VmType type, Constants constants) {
        List<int[]> entries = new ArrayList<>();
        Map<Integer, VmField> places = new LinkedHashMap<>();
        for (VmField field : type.fields()) {
            if (hasHub(Type.getType(field.descriptor()))) {
                if (field.isStatic() && (closure.statics().contains(field) || closure.base().staticField(field) != 0)) {
                    places.put(entries.size(), field);
                }
                entries.add(new int[] {
                    text(field.name()), text(field.descriptor()), field.access() & CLASS_FILE_FLAGS, signature(field.node().signature),
                    bytes(AnnotationWriter.annotations(field.node().visibleAnnotations, constants)),
                    bytes(AnnotationWriter.typeAnnotations(field.node().visibleTypeAnnotations, constants)),
                    field.isStatic() ? 0 : field.offset(),
                });
            }
        }
        int at = list(entries);
        places.forEach((index, field) -> statics.put(at + MembersLayout.LIST_HEADER + index * MembersLayout.FIELD_SIZE + MembersLayout.FIELD_PLACE, field));
        return at;
    }

    private int methods(List<VmMethod> methods, Constants constants) {
        return list(methods.stream().map(method -> method(method, constants)).toList());
    }

    private int[] method(VmMethod method, Constants constants) {
        MethodNode node = method.node();
        boolean inTable = method.isVirtual() && !method.owner().isInterface();
        boolean isCalled = method.isVirtual() && method.owner().isInterface() && (closure.calledMethods(method.owner()).contains(method) || closure.base().isCalled(method));
        return new int[] {
            text(node.name), text(node.desc), Transforms.originalAccess(node), signature(node.signature),
            bytes(AnnotationWriter.annotations(node.visibleAnnotations, constants)),
            bytes(AnnotationWriter.typeAnnotations(node.visibleTypeAnnotations, constants)),
            bytes(AnnotationWriter.parameters(node.visibleParameterAnnotations, node.visibleAnnotableParameterCount, constants)),
            bytes(AnnotationWriter.value(node.annotationDefault, constants)),
            names(node.exceptions), parameters(node.parameters),
            linker.hasCode(method) ? linker.codeAddress(method) : 0,
            inTable ? method.vtableIndex() + 1 : 0,
            isCalled ? types.interfaceNumber(method) : 0,
        };
    }

    private int parameters(List<ParameterNode> parameters) {
        return parameters == null ? 0 : list(parameters.stream().map(each -> new int[] {text(each.name), each.access & CLASS_FILE_FLAGS}).toList());
    }

    private int components(ClassNode node, Constants constants) {
        if (node.recordComponents == null) {
            return 0;
        }
        List<int[]> entries = new ArrayList<>();
        for (RecordComponentNode each : node.recordComponents) {
            entries.add(new int[] {
                text(each.name), text(each.descriptor), text(each.signature), bytes(AnnotationWriter.annotations(each.visibleAnnotations, constants)),
                bytes(AnnotationWriter.typeAnnotations(each.visibleTypeAnnotations, constants)),
            });
        }
        return list(entries);
    }

    private int list(List<int[]> entries) {
        int at = metadata.align(Integer.BYTES);
        metadata.appendInt(entries.size());
        for (int[] entry : entries) {
            for (int word : entry) {
                metadata.appendInt(word);
            }
        }
        return at;
    }

    private int constants(Constants constants) {
        if (constants.isEmpty()) {
            return 0;
        }
        return list(constants.all().stream().map(each -> new int[] {constant(each)}).toList());
    }

    private int constant(Constants.Constant constant) {
        if (constant instanceof Constants.Text text) {
            return text(text.value());
        }
        if (constant instanceof Constants.Wide wide) {
            int at = metadata.align(Long.BYTES);
            metadata.reserve(Long.BYTES);
            metadata.put(at, Long.BYTES, wide.value());
            return at;
        }
        return ((Constants.Number) constant).value();
    }

    /** Returns the address of a list of those classes that the program has; equal lists are written once. */
    private int names(List<String> names) {
        if (names == null) {
            return 0;
        }
        List<Integer> found = names.stream().filter(this::hasHub).map(each -> text(each.replace('/', '.'))).toList();
        return lists.computeIfAbsent(found, key -> list(key.stream().map(each -> new int[] {each}).toList()));
    }

    private int existing(String name) {
        return name == null || !hasHub(name) ? 0 : text(name.replace('/', '.'));
    }

    /** Returns the address of a text, 0 for null; equal texts are written once. */
    private int text(String text) {
        return text == null ? 0 : texts.computeIfAbsent(text, metadata::appendText);
    }

    private int bytes(byte[] bytes) {
        if (bytes == null) {
            return 0;
        }
        int at = metadata.align(Integer.BYTES);
        metadata.appendInt(bytes.length);
        metadata.append(bytes);
        return at;
    }

    private int writeResources() {
        List<int[]> entries = new ArrayList<>();
        resources.forEach((name, contents) -> contents.forEach(content -> entries.add(new int[] {text(name), bytes(content)})));
        return entries.isEmpty() ? 0 : list(entries);
    }
}
