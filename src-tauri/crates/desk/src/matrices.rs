//! Scoring matrices: their versions, drafts of new ones, and what answers come to.

use domain::ids::MatrixVersionId;
use domain::matrix::{DEFAULT_LABEL, Matrices, MatrixKind, MatrixVersion, Reckoning};
use domain::words::{capital, count};
use store::{Reader, Writer};

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

/// Loads every version of both matrices.
pub(crate) fn load(reader: &Reader<'_>) -> Result<Matrices, Failure> {
    Ok(Matrices::of(reader.list_matrix_versions()?))
}

/// Returns a version, or says that there is none.
pub(crate) fn kept(matrices: &Matrices, id: MatrixVersionId) -> Result<&MatrixVersion, Failure> {
    matrices.get(id).ok_or_else(|| Failure::refused("That version of the matrix is not in the record"))
}

/// Writes a version that comes with the program before something refers to it.
pub(crate) fn keep(writer: &mut Writer<'_>, version: &MatrixVersion) -> Result<(), Failure> {
    writer.add_matrix_version(version)?;
    Ok(())
}

pub fn list_matrices(desk: &mut Desk, _request: Nothing) -> Result<MatricesView, Failure> {
    desk.read(|reader| {
        let matrices = load(reader)?;
        let one = |kind: MatrixKind| -> Result<MatrixView, Failure> {
            let mut versions = Vec::new();
            for version in matrices.of_kind(kind) {
                versions.push(view(reader, version, &matrices)?);
            }
            versions.reverse();
            Ok(MatrixView { kind, name: capital(kind.words()), versions })
        };
        Ok(MatricesView { matrices: MatrixKind::ALL.into_iter().map(one).collect::<Result<_, _>>()? })
    })
}

/// Returns a version with what hangs on it.
pub(crate) fn view(
    reader: &Reader<'_>,
    version: &MatrixVersion,
    matrices: &Matrices,
) -> Result<MatrixVersionView, Failure> {
    let (lowest, highest) = version.matrix.range();
    Ok(MatrixVersionView {
        name: format!("Version {}", version.number),
        label: if version.is_default() { DEFAULT_LABEL.to_owned() } else { String::new() },
        in_force: matrices.in_force(version.kind).id == version.id,
        scores: reader.scores_made_with(version.id)?,
        cases: reader.cases_scored_with(version.id)?,
        lowest,
        highest,
        version: version.clone(),
    })
}

pub fn check_matrix(desk: &mut Desk, request: CheckMatrix) -> Result<MatrixCheck, Failure> {
    desk.read(|reader| {
        let matrices = load(reader)?;
        let draft = request.matrix.tidied();
        let (lowest, highest) = draft.range();
        let effect = effect(reader, &matrices, request.kind)?;
        Ok(MatrixCheck { faults: draft.faults(), lowest, highest, effect })
    })
}

/// Says what saving a draft does: which totals stay, and what new scores are made with.
fn effect(reader: &Reader<'_>, matrices: &Matrices, kind: MatrixKind) -> Result<String, Failure> {
    let mut kept = Vec::new();
    for version in matrices.of_kind(kind) {
        let cases = reader.cases_scored_with(version.id)? as usize;
        if cases > 0 {
            let stay = if cases == 1 { "keeps its total" } else { "keep their totals" };
            let cases = count(cases, "case", "cases");
            kept.push(format!("{cases} scored with version {} {stay}.", version.number));
        }
    }
    if kept.is_empty() {
        kept.push("No case was scored with it factor by factor yet.".to_owned());
    }
    let next = matrices.in_force(kind).number.saturating_add(1);
    kept.push(format!("From then on cases are scored with version {next}."));
    Ok(kept.join(" "))
}

pub fn add_matrix_version(desk: &mut Desk, request: AddMatrixVersion) -> Result<MatricesView, Failure> {
    let (today, by) = (desk.today(), desk.hub()?.user.name.clone());
    desk.write(&["matrix", "case"], |writer, ids| {
        let matrices = load(writer)?;
        let (kind, id) = (request.kind, MatrixVersionId::new(&mut **ids));
        let next = matrices.next(id, kind, request.matrix, request.begun_from, (today, &by))?;
        // The version that it takes over from stays in the list, also when the program ships another one later.
        keep(writer, &matrices.in_force(kind))?;
        writer.add_matrix_version(&next)?;
        Ok(())
    })?;
    list_matrices(desk, Nothing {})
}

pub fn reckon_score(_desk: &mut Desk, request: ReckonScore) -> Result<Reckoning, Failure> {
    Ok(request.matrix.reckon(&request.answers)?)
}
