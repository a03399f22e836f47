package org.bulkhead.processor;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Makes client and dispatcher of each interface with {@code @Protocol}. */
@SupportedAnnotationTypes(Names.PROTOCOL)
@SupportedOptions(SchemaFolder.OPTION)
public final class ProtocolProcessor extends AbstractProcessor {
    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> found, RoundEnvironment round) {
        Problems problems = new Problems(processingEnv.getMessager());
        ProtocolReader reader = new ProtocolReader(new Annotations(processingEnv.getElementUtils()), processingEnv.getTypeUtils(), problems);
        for (TypeElement annotation : found) {
            for (Element each : round.getElementsAnnotatedWith(annotation)) {
                ProtocolModel model = reader.read((TypeElement) each);
                if (model != null) {
                    agree(model, problems);
                    write(model, problems);
                }
            }
        }
        return true;
    }

    private void agree(ProtocolModel model, Problems problems) {
        Path file = new SchemaFolder(processingEnv).file(model);
        if (file == null) {
            return;
        }
        try {
            new Agreement(model, problems).check(file);
        } catch (IOException e) {
            problems.report(model.source(), "protocol " + model.type().simpleName() + ": the schema " + file + " cannot be used: " + e.getMessage());
        }
    }

    private void write(ProtocolModel model, Problems problems) {
        Codec codec = new Codec(model);
        try {
            if (model.hasDeferred()) {
                write(model, new ServerWriter(model, codec).write());
            }
            write(model, new DispatcherWriter(model, codec).write());
            write(model, new ClientWriter(model, codec).write());
            // Last: it has what the others asked for.
            write(model, codec.write(model));
        } catch (IOException e) {
            problems.report(model.source(), "protocol " + model.type().simpleName() + ": its classes cannot be written: " + e.getMessage());
        }
    }

    private void write(ProtocolModel model, TypeSpec type) throws IOException {
        if (type != null) {
            JavaFile.builder(model.type().packageName(), type).skipJavaLangImports(true).indent("    ").build().writeTo(processingEnv.getFiler());
        }
    }
}
