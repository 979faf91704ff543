package io.trunkline.backend.telephony.twilio;

/// What the centre itself says, apart from flows, in the language of the call.
record Phrases(
        String code,
        String next,
        String position,
        String oneMinute,
        String minutes,
        String hold,
        String fault,
        String full,
        String unknownNumber,
        String colleagueBusy,
        String colleagueAway,
        String sayNow) {
    private static final Phrases ENGLISH = new Phrases(
            "en",
            "You are next in line.",
            "You are number %d in line.",
            "We expect to be with you in about one minute.",
            "We expect to be with you in about %d minutes.",
            "Thank you for your patience. Please stay on the line.",
            "We are sorry, something went wrong. Please call again later.",
            "We are sorry, all lines are busy. Please call again later.",
            "This number is not in service.",
            "Your colleague is in another call.",
            "Your colleague does not answer.",
            "Speak after the tone.");
    private static final Phrases SPANISH = new Phrases(
            "es",
            "Usted es la siguiente persona en la fila.",
            "Usted ocupa el lugar %d en la fila.",
            "Esperamos atenderle en aproximadamente un minuto.",
            "Esperamos atenderle en aproximadamente %d minutos.",
            "Gracias por su paciencia. Por favor, permanezca en la línea.",
            "Lo sentimos, algo salió mal. Por favor, llame más tarde.",
            "Lo sentimos, todas las líneas están ocupadas. Por favor, llame más tarde.",
            "Este número no está en servicio.",
            "Su colega está en otra llamada.",
            "Su colega no contesta.",
            "Hable después de la señal.");

    static Phrases in(String language) {
        return language.startsWith("es") ? SPANISH : ENGLISH;
    }

    /// What somebody hears who is at a place in the queue where people wait so long.
    String waiting(int place, int seconds) {
        var text = new StringBuilder(place <= 1 ? next : position.formatted(place));
        if (seconds > 0) {
            var rounded = Math.max(1, Math.ceilDiv(seconds, 60));
            text.append(' ').append(rounded == 1 ? oneMinute : minutes.formatted(rounded));
        }
        return text.toString();
    }
}
