//! What programs put before a subject when a mail is forwarded or answered.

use super::phrases::Phrases;

/// Prefixes of forwards, without their colon.
pub(in crate::intake) static FORWARD: Phrases = Phrases::new(&[
    "fw|fwd|forward|forwarded|tr|trans|transf|transfert|doorst|doorgest|doorgestuurd|dg|wg|wtr|\
     weitergeleitet|weiterleitung|rv|reenv|reenviado|i|inoltro|inoltrato|enc|encam|fwrd|pd|pdl|przek|přep|\
     prep|vb|vid|videresend|videresendt|vs|vl|edast|vá|tov|továbbítás|redir|fy|prosl|pos|pr|ilt|ilet|yönl|\
     переслано|пересл|пер|fwd.|προώθ|πρθ|προωθ|転送|转发|轉寄|轉發|전달|הועבר|העברה|تحويل|إعادة توجيه|trs|chuyển tiếp|\
     terusan",
]);

/// Prefixes of answers, without their colon.
pub(in crate::intake) static REPLY: Phrases = Phrases::new(&[
    "re|ré|rép|réf|ref|antw|antwoord|betr|aw|antwort|rif|r|ris|res|resp|odp|od|odpověď|sv|svar|vast|vá|\
     válasz|răsp|ynt|yan|ответ|отв|відп|απ|σχετ|回复|回覆|答复|返信|답장|회신|השב|תשובה|رد|الرد|bls|trả lời|atb|pv",
]);
