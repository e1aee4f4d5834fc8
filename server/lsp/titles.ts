/** The titles of mends and refactorings in Korean: what they say in English, with its variable parts, and what takes its place. */
const korean: readonly (readonly [RegExp, string])[] = [
  [/^Change to (.+)$/, '$1(으)로 변경'],
  [/^Set (.+) in the template's labels$/, '템플릿 레이블에 $1 설정'],
  [/^Set (max\w+: .+)$/, '$1 설정'],
  [/^Put it in quotes$/, '따옴표로 묶기'],
  [/^Take the quotes away$/, '따옴표 제거'],
  [/^Write it as (.+)$/, '$1 형태로 쓰기'],
  [/^Remove (.+)$/, '$1 제거'],
  [/^Add (apiVersion: .+)$/, '$1 추가'],
  [/^Add a readinessProbe$/, 'readinessProbe 추가'],
  [/^Add resource requests and a memory limit$/, '리소스 요청과 메모리 제한 추가'],
  [/^Add (.+)$/, '$1 추가'],
  [/^Insert (.+) above$/, '위에 $1 넣기'],
  [/^Ignore (.+) here$/, '여기서 $1 무시'],
  [/^Extract the resources of (\d+) containers into an anchor$/, '컨테이너 $1개의 resources를 앵커로 추출'],
  [/^Sort the keys in the usual order$/, '키를 관례적인 순서로 정렬'],
  [/^Roll out one node at a time$/, '한 번에 노드 하나씩 롤아웃'],
  [/^Roll out to 10% of the nodes at a time$/, '한 번에 노드의 10%씩 롤아웃'],
  [/^Start the new pod before the old one goes \(maxSurge\)$/, '이전 파드가 사라지기 전에 새 파드 시작 (maxSurge)'],
  [/^Replace pods only when they are deleted \(OnDelete\)$/, '파드를 삭제할 때만 교체 (OnDelete)'],
  [/^Fix all obvious DaemonSet problems$/, '명백한 데몬셋 문제 모두 수정'],
];

/** A title in the language of a BCP 47 tag; as it is where there is no other. */
export function titleIn(language: string, title: string): string {
  if (!/^ko\b/i.test(language)) return title;
  const found = korean.find(([english]) => english.test(title));
  return found === undefined ? title : title.replace(found[0], found[1]);
}
