package org.bulkhead.processor.manifest;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;
import org.bulkhead.isolate.manifest.rules.DeclaredManifest;
import org.bulkhead.isolate.manifest.rules.Finding;
import org.bulkhead.isolate.manifest.rules.LineTable;
import org.bulkhead.isolate.manifest.rules.ManifestReader;

/** Checks the manifests of isolates while they are compiled, and notes where their annotations stand. */
@SupportedAnnotationTypes("org.bulkhead.isolate.manifest.*")
public final class ManifestProcessor extends AbstractProcessor {
    private SourceLines lines;
    private GrantRequests requests;

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        lines = SourceLines.of(environment);
        requests = GrantRequests.in(environment);
    }

    @Override
    public boolean process(Set<? extends TypeElement> found, RoundEnvironment round) {
        Set<TypeElement> classes = new LinkedHashSet<>();
        for (TypeElement annotation : found) {
            for (Element each : round.getElementsAnnotatedWith(annotation)) {
                classes.add((TypeElement) each);
            }
        }
        classes.forEach(this::check);
        return false;
    }

    private void check(TypeElement type) {
        SourceIsolate isolate = new SourceIsolate(type, processingEnv, lines);
        Optional<DeclaredManifest> manifest;
        try {
            manifest = new ManifestReader(isolate, this::report).read(0);
        } catch (SourceIsolate.UnreadableException e) {
            // The compiler says itself what is wrong with the annotation.
            return;
        }
        manifest.ifPresent(each -> requests.expect(type, each));
        write(type, isolate.lines());
    }

    private void report(Finding finding) {
        Diagnostic.Kind kind = switch (finding.severity()) {
            case ERROR -> Diagnostic.Kind.ERROR;
            case WARNING -> Diagnostic.Kind.WARNING;
        };
        SourcePlace place = (SourcePlace) finding.place();
        processingEnv.getMessager().printMessage(kind, finding.message(), place.element(), place.annotation(), place.value());
    }

    private void write(TypeElement type, LineTable table) {
        String name = processingEnv.getElementUtils().getBinaryName(type).toString();
        try (Writer writer = processingEnv.getFiler().createResource(StandardLocation.CLASS_OUTPUT, "", LineTable.resource(name), type).openWriter()) {
            writer.write(table.toString());
        } catch (IOException e) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.WARNING, "the lines of the annotations of " + name + " cannot be written: " + e.getMessage(), type);
        }
    }
}
