package dev.sekisho.web.list;

import dev.sekisho.SecondDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(SecondDatabase.class)
class TextFiltersOnH2Test extends TextFilterCases {}
