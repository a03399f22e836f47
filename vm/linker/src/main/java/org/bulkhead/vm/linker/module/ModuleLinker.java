package org.bulkhead.vm.linker.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.compiler.simple.SimpleCompiler;
import org.bulkhead.vm.compiler.source.ListingSource;
import org.bulkhead.vm.compiler.transform.SubstitutionTransform;
import org.bulkhead.vm.compiler.transform.Transforms;
import org.bulkhead.vm.linker.Closure;
import org.bulkhead.vm.linker.IsolateWorld;
import org.bulkhead.vm.linker.LinkProblem;
import org.bulkhead.vm.linker.Placement;
import org.bulkhead.vm.linker.Reflected;
import org.bulkhead.vm.linker.Section;
import org.bulkhead.vm.linker.UninterruptibleRule;
import org.bulkhead.vm.linker.World;
import org.bulkhead.vm.linker.WorldEnvironment;
import org.bulkhead.vm.linker.WorldLinker;
import org.bulkhead.vm.linker.heap.ImageHeap;
import org.bulkhead.vm.linker.model.ImageModel;
import org.bulkhead.vm.linker.model.ModelBase;
import org.objectweb.asm.tree.ClassNode;

/** Links one program against an image: compiles what it reaches and the image does not have, and completes the image where its closed world left something out. */
public final class ModuleLinker {
    private final ImageModel model;
    private final TypeSystem types;
    private final Closure closure;

    /**
     * @param model the image's
     * @param source the program's classes, and after them exactly those that the image was made from
     */
    public ModuleLinker(ImageModel model, ListingSource source) {
        this(model, new TypeSystem(source, Transforms.forImage(source, new SubstitutionTransform(source, model.substitutions()))), Reflected.NOTHING);
    }

    /**
     * @param model the image's
     * @param types the program's, and those of the image with the transforms that the image's had; still to be asked for the first time
     * @param reflected what reflection may ask for
     */
    public ModuleLinker(ImageModel model, TypeSystem types, Reflected reflected) {
        this.model = model;
        this.types = types;
        ModelBase base = new ModelBase(model, types);
        closure = new Closure(World.ISOLATE, base, new WorldEnvironment(World.ISOLATE, types, base), new SimpleCompiler(), new ImageHeap(types, base), base, reflected);
    }

    public TypeSystem types() {
        return types;
    }

    /** Returns what the module reaches so far. */
    public Closure closure() {
        return closure;
    }

    /**
     * Compiles.
     *
     * @param program a class that implements {@code ModuleProgram} and has no fields: what the module runs; needs no class file
     * @param progress is told the number of compiled methods from time to time
     * @throws LinkProblem if something reachable cannot be linked
     */
    public void compile(ClassNode program, IntConsumer progress) {
        types.define(program);
        VmType info = types.type(IsolateWorld.IMAGE_INFO);
        closure.replaceStatic(info.declaredField("module"), closure.heap().allocateInstance(types.type(program.name)));
        closure.complete(progress);
        new UninterruptibleRule(closure).check();
    }

    /**
     * Links what was compiled.
     *
     * @param manifest becomes part of the sealed module
     * @param key likewise
     * @throws LinkProblem if there is no room for it
     */
    public LinkedModule link(byte[] manifest, byte[] key) {
        WorldLinker linker = IsolateWorld.linkModule(closure, new Placement((int) AddressSpaceLayout.MODULE_START, SealedPage.SIZE));
        if (linker.data().end() > AddressSpaceLayout.MODULE_END) {
            throw new LinkProblem("the module takes " + (linker.data().end() - AddressSpaceLayout.MODULE_START >> 20) + " MiB, more than the "
                + (AddressSpaceLayout.MODULE_END - AddressSpaceLayout.MODULE_START >> 20) + " MiB of the module area: make its jar smaller");
        }
        return new LinkedModule(new SealedModule(model.identity(), key, manifest, pages(linker)), linker);
    }

    private List<SealedPage> pages(WorldLinker linker) {
        TreeMap<Integer, SealedPage> pages = new TreeMap<>();
        add(pages, linker.code(), PageKind.CODE);
        add(pages, linker.metadata(), PageKind.METADATA);
        add(pages, linker.data(), PageKind.DATA);
        for (Map.Entry<Integer, Integer> word : linker.replacedWords().entrySet()) {
            int at = word.getKey();
            SealedPage page = pages.computeIfAbsent(at & -SealedPage.SIZE, this::copyOfImage);
            for (int i = 0; i < Integer.BYTES; i++) {
                page.content()[at - page.address() + i] = (byte) (word.getValue() >>> i * Byte.SIZE);
            }
        }
        return new ArrayList<>(pages.values());
    }

    private SealedPage copyOfImage(int address) {
        ImageModel.Page page = model.page(address);
        return new SealedPage(address, page.isData() ? PageKind.DATA : PageKind.METADATA, page.content());
    }

    private static void add(Map<Integer, SealedPage> pages, Section section, PageKind kind) {
        for (int at = section.address(); at < section.end(); at += SealedPage.SIZE) {
            pages.put(at, new SealedPage(at, kind, section.toBytes(at, SealedPage.SIZE)));
        }
    }
}
